import { signal } from '@preact/signals';
import i18next from 'i18next';
import { en } from './en.ts';
import type { Language } from './problems.ts';
import { vi } from './vi.ts';

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];
type Plain<K extends string> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K;

/** A text's path in vi.ts and en.ts; plural forms share one. */
export type TextKey = Plain<Leaves<typeof vi>>;

const current = signal<Language>('vi');

i18next.init({
  initAsync: false,
  lng: 'vi',
  fallbackLng: 'vi',
  resources: { vi: { translation: vi }, en: { translation: en } },
  interpolation: { escapeValue: false },
});

/** The language on screen. Reading it in a component redraws the component when it changes. */
export const language = (): Language => current.value;

/** Switches every text, number and the page's `lang`. */
export const setLanguage = (next: Language): void => {
  i18next.changeLanguage(next);
  current.value = next;
};

/** The text of a key in the language on screen, with its values filled in. */
export const t = (key: TextKey, values: Readonly<Record<string, string | number>> = {}): string =>
  i18next.t(key, { ...values, lng: current.value });
