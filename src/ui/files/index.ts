export { DropZone } from './drop-zone.tsx';
export { openFiles } from './open-files.ts';
export { open, openBuiltIn, opening } from './open-pack.ts';
export { guardLeaving, isUnsaved, saved, saveStudy } from './saving.ts';
export { packKeeper } from './terrain.ts';
export { TerrainDialog } from './terrain-dialog.tsx';
export { freshWork, work } from './work.ts';
