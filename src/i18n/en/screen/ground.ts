import type { Translation } from '../../texts.ts';
import type { ground as vietnamese } from '../../vi/screen/ground.ts';

export const ground: Translation<typeof vietnamese> = {
  title: 'New terrain under the study',
  question: 'What do these heights show?',
  surface: {
    name: 'Treetops and roofs (a surface)',
    means:
      'As radar and photographs see it: SRTM, ALOS, Copernicus DEM. Trees and houses are in it and are not added again.',
  },
  bare: {
    name: 'Bare ground',
    means:
      'As surveys, laser scans and contour maps give it. Trees and houses are added by land cover, ITU-R P.1812 table 2.',
  },
  kept: 'Scenarios are kept, every figure is computed again, and the old terrain can be brought back.',
  replace: 'Use as terrain',
};
