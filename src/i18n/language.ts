import { signal } from '@preact/signals';
import { addTexts } from './engine.ts';
import type { Language } from './languages.ts';
import type { PlainKeyOf } from './texts.ts';
import { type SharedTexts, type Translator, translatorIn } from './translator.ts';
import type { fibre } from './vi/report/fibre.ts';
import type { resilience } from './vi/report/resilience.ts';
import type { rollout } from './vi/report/rollout.ts';
import * as vietnamese from './vi/screen/index.ts';
import type * as ofTasks from './vi/task/index.ts';

addTexts('vi', vietnamese);

/** Those of tasks are at hand once one of their parts is shown (`task-texts.ts`). */
type TaskTexts = typeof ofTasks & { fibre: typeof fibre; resilience: typeof resilience; rollout: typeof rollout };
type ScreenTexts = SharedTexts & typeof vietnamese & TaskTexts;

/** A text of the screen that takes no values: a label in a table or a list. */
export type TextKey = PlainKeyOf<ScreenTexts>;

const current = signal<Language>('vi');

/** The language on screen. Reading it in a component redraws the component when it changes. */
export const language = (): Language => current.value;

/** What has to be fetched before a language can be spoken. */
const comes: Readonly<Record<Language, () => Promise<unknown>>> = {
  vi: () => Promise.resolve(),
  en: () => import('./screen-english.ts'),
};

let wanted: Language = 'vi';

/** Switches every text, number and the page's `lang`, once its texts are there; of several wishes the last one holds. */
export const setLanguage = async (next: Language): Promise<void> => {
  wanted = next;
  await comes[next]();
  if (wanted === next) current.value = next;
};

type Speaker = Translator<ScreenTexts>;

const translators = { vi: translatorIn<ScreenTexts>('vi'), en: translatorIn<ScreenTexts>('en') };

/** The text of a key in the language on screen, with its values filled in. */
export const t: Speaker['t'] = (key, ...values) => translators[current.value].t(key, ...values);

/** A text whose values come with the data. */
export const filled: Speaker['filled'] = (key, values) => translators[current.value].filled(key, values);

/** What the data calls by a name of its own, in the language on screen. */
export const named: Speaker['named'] = (table, name) => translators[current.value].named(table, name);
