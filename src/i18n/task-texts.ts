import * as english from './en/task/index.ts';
import { addTexts } from './engine.ts';
import * as vietnamese from './vi/task/index.ts';

// texts of tasks that come when they are first opened: whoever shows one of them imports this
addTexts('vi', vietnamese);
addTexts('en', english);
