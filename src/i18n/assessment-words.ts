import type { Language } from './problems.ts';

/** The words of an assessment as a document; each language loads when it is asked for. */
export const loadAssessmentWords = async (language: Language) =>
  language === 'vi' ? (await import('./vi/proposal.ts')).proposal : (await import('./en/proposal.ts')).proposal;
