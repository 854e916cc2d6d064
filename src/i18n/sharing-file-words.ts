import type { Language } from './problems.ts';

/** The words of the sharing plan's workbook; each language loads when it is asked for. */
export const loadSharingFileWords = async (language: Language) =>
  language === 'vi'
    ? (await import('./vi/sharing-files.ts')).sharingFileWords
    : (await import('./en/sharing-files.ts')).sharingFileWords;
