import { batch, computed } from '@preact/signals';
import type { MastDrag } from '../../../map/drag-mast.ts';
import type { MovableMast } from '../../../map/map-state.ts';
import type { LonLat } from '../../../model/place.ts';
import { operations } from '../../../study/operations/index.ts';
import { perform } from '../../app-state/perform.ts';
import { mastDrag, mastMovable, soloSite } from './site-coverage.ts';

/** The mast that can be dragged now; null while none can. */
export const movableMast = computed<MovableMast | null>(() => {
  const site = soloSite.value;
  return site && mastMovable.value ? { at: mastDrag.value ?? site.position, from: site.position } : null;
});

/** To a tenth of a metre: what a drag can tell. */
export const rounded = ([lon, lat]: LonLat): LonLat => [Number(lon.toFixed(6)), Number(lat.toFixed(6))];

/** Follows the pointer without a change of the study, and moves the site once where the mast is dropped. */
export const dragMast = (drag: MastDrag): void => {
  const site = soloSite.peek();
  if (drag.kind === 'move') {
    mastDrag.value = drag.at;
    return;
  }
  batch(() => {
    mastDrag.value = null;
    if (drag.kind === 'drop' && site) {
      perform((study) => operations.moveSite(study, { id: site.id, position: rounded(drag.at) }));
    }
  });
};
