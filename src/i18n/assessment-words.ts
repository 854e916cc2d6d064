import { proposal as english } from './en/proposal.ts';
import type { Language } from './problems.ts';
import { proposal as vietnamese } from './vi/proposal.ts';

/** The words of an assessment, the same on screen, on the command line and in its document. */
export const assessmentWords = (language: Language) => (language === 'vi' ? vietnamese : english);
