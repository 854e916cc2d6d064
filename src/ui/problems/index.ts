export { ProblemTable } from './problem-table.tsx';
export { refuse, warnings, warningsShown } from './problems.ts';
export { RefusalDialog } from './refusal-dialog.tsx';
export { WarningsDialog } from './warnings-dialog.tsx';
