import fc from 'fast-check';
import { hasTime } from './budget.ts';

// an everyday run fails for what was changed, not for what was drawn; the long one draws anew, and names its seed
if (!hasTime) fc.configureGlobal({ seed: 20201231 });

export { fc };
