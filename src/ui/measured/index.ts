import { laterShown } from '../kit/later.tsx';
import { measuredCount } from './measurements.ts';

export { measuredCount, measuredShown, measurements } from './measurements.ts';

export const Measured = laterShown(measuredCount, async () => (await import('./measured.tsx')).Measured);
