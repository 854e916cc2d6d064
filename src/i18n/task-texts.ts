import { fibre as englishFibre } from './en/report/fibre.ts';
import { resilience as englishResilience } from './en/report/resilience.ts';
import { rollout as englishRollout } from './en/report/rollout.ts';
import * as english from './en/task/index.ts';
import { addTexts } from './engine.ts';
import { fibre } from './vi/report/fibre.ts';
import { resilience } from './vi/report/resilience.ts';
import { rollout } from './vi/report/rollout.ts';
import * as vietnamese from './vi/task/index.ts';

// texts of tasks that come when they are first opened: whoever shows one of them imports this; files say the same notes
addTexts('vi', { ...vietnamese, fibre, resilience, rollout });
addTexts('en', { ...english, fibre: englishFibre, resilience: englishResilience, rollout: englishRollout });
