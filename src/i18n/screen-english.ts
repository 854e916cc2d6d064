import * as english from './en/screen/index.ts';
import { addTexts } from './engine.ts';
import './shared-english.ts';

addTexts('en', english);
