export { letterhead, letterheadIn, scenarioAtWork } from './letterhead.ts';
export { LetterheadForm } from './letterhead-form.tsx';
