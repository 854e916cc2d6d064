export { ImportPanel } from './import-panel.tsx';
export { beginImport, importing } from './importing.ts';
