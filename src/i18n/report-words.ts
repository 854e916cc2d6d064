import type { Language } from './problems.ts';

/** The words of the report as a document; each language loads when it is asked for. */
export const loadReportWords = async (language: Language) =>
  language === 'vi'
    ? (await import('./vi/report-document.ts')).reportDocument
    : (await import('./en/report-document.ts')).reportDocument;
