import * as english from './en/shared/index.ts';
import { addTexts } from './engine.ts';

// comes with whoever speaks English: a page that opens in Vietnamese need not wait for it
addTexts('en', english);
