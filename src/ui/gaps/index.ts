export { Gaps } from './gaps.tsx';
export { matching } from './matching.ts';
