import { laterShown } from '../kit/later.tsx';
import { provincesShown } from './showing.ts';

export { FirstVisit } from './first-visit.tsx';
export { showProvinces } from './showing.ts';

export const ProvinceDialog = laterShown(
  provincesShown,
  async () => (await import('./province-dialog.tsx')).ProvinceDialog,
);
