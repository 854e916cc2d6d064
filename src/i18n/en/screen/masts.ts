import type { Translation } from '../../texts.ts';
import type { masts as vietnamese } from '../../vi/screen/masts.ts';

export const masts: Translation<typeof vietnamese> = {
  add: 'Add a mast',
  hint: 'The new mast is part of the scenario and can be undone; the signal is computed again at once. Then it can be moved, and each cell turned.',
  operators: 'Operators on the mast, three sectors of {{technology}}',
  equipment: 'band {{band}}, {{bandwidth}} MHz, {{power}} dBm',
  noSpectrum: 'holds no spectrum for {{technology}}',
  onMap: 'Choose on the map',
  build: 'Build the mast',
  choosing: 'Click on the map where the new mast is to stand.',
  leave: 'Leave it',
};
