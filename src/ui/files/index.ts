export { DropZone } from './drop-zone.tsx';
export { packKeeper } from './ground.ts';
export { TerrainDialog } from './ground-dialog.tsx';
export { openFiles } from './open-files.ts';
export { open, openBuiltIn, opening } from './open-pack.ts';
export { guardLeaving, isUnsaved, saved, saveStudy } from './saving.ts';
