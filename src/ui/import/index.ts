import { later } from '../kit/later.tsx';

export { beginImport, importing } from './importing.ts';

export const ImportPanel = later(async () => (await import('./import-panel.tsx')).ImportPanel);
