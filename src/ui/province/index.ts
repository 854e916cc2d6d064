import { later } from '../kit/later.tsx';
import { whenShown } from './when-shown.tsx';

export { FirstVisit } from './first-visit.tsx';
export { showProvinces } from './showing.ts';

export const ProvinceDialog = whenShown(later(async () => (await import('./province-dialog.tsx')).ProvinceDialog));
