import { laterShown } from '../kit/later.tsx';
import { mastAt } from './adding.ts';

export { addMast, addMastAt, leaveMast, mastChoosing } from './adding.ts';
export { MastNotice } from './mast-notice.tsx';

export const MastDialog = laterShown(mastAt, async () => (await import('./mast-dialog.tsx')).MastDialog);
