export { Measured } from './measured.tsx';
export { measuredCount, measuredShown, measurements } from './measurements.ts';
