import { effect, signal } from '@preact/signals';
import { language, setLanguage, t } from '../../i18n/language.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Theme } from '../../map/palette.ts';
import { faultText } from './fault-text.ts';
import { showToast } from './toasts.ts';

const keys = { language: 'phusong.language', theme: 'phusong.theme' };

/** Storage may be refused; the app then forgets preferences and works on. */
export const recall = (key: string): string | null => {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
};
export const remember = (key: string, value: string): void => {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // nothing to do: the preference lasts as long as the page
  }
};

const startTheme = (): Theme => {
  const kept = recall(keys.theme);
  if (kept === 'light' || kept === 'dark') return kept;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
};

export const theme = signal<Theme>(startTheme());

export const toggleTheme = (): void => {
  theme.value = theme.value === 'dark' ? 'light' : 'dark';
  remember(keys.theme, theme.value);
};

/** Speaks another language once its texts are there; where they don't come, says so in the one that is spoken. */
const speak = (next: Language): Promise<void> =>
  setLanguage(next).catch((error: unknown) => {
    showToast(() => t('problems.unexpected', { message: faultText(error) }));
  });

export const chooseLanguage = (next: Language): void => {
  void speak(next);
  remember(keys.language, next);
};

/** Brings the kept language back and keeps the page's language and theme as chosen. */
export const applyPreferences = async (): Promise<void> => {
  const kept = recall(keys.language);
  if (kept === 'en') await speak(kept);
  effect(() => {
    document.documentElement.lang = language();
    document.documentElement.dataset.theme = theme.value;
  });
};
