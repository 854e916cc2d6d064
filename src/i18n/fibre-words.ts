import type { Language } from './problems.ts';

/** Words of a fibre plan's files; each language loads when it is asked for. */
export const loadFibreWords = async (language: Language) =>
  language === 'vi' ? (await import('./vi/fibre.ts')).fibreWords : (await import('./en/fibre.ts')).fibreWords;
