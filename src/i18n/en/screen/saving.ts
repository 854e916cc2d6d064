import type { Translation } from '../../texts.ts';
import type { saving as vietnamese } from '../../vi/screen/saving.ts';

export const saving: Translation<typeof vietnamese> = {
  save: 'Save the study file',
  kind: 'Phủ Sóng study',
  unsaved: 'Not saved',
  nothing: 'Nothing changed yet',
  saved: 'Saved: {{file}}',
  downloaded: 'Downloaded: {{file}}',
  done: 'Saved {{file}}',
  failed: 'Not saved: {{message}}',
  replaced: 'Unsaved work gave way to the file just opened.',
  bringBack: 'Bring back',
  ground: 'Terrain replaced: the files cover {{share}} of the province, {{filled}} voids filled. Scenarios are kept.',
  groundIs: {
    surface: 'Taken as a surface: no trees or houses are added to it.',
    bare: 'Taken as bare ground: trees and houses are added by land cover.',
  },
  open: 'Open a study file (.phusong)…',
  opened: 'Opened {{file}}',
};
