export { letterhead, scenarioAtWork } from './letterhead.ts';
export { LetterheadForm } from './letterhead-form.tsx';
