import { batch, computed } from '@preact/signals';
import type { SiteDrag } from '../../../map/drag-site.ts';
import type { MovableSite } from '../../../map/map-state.ts';
import type { LonLat } from '../../../model/place.ts';
import { operations } from '../../../study/operations/index.ts';
import { perform } from '../../app-state/perform.ts';
import { siteDrag, siteMovable, soloSite } from './site-coverage.ts';

/** The site that can be dragged now; null while none can. */
export const movableSite = computed<MovableSite | null>(() => {
  const site = soloSite.value;
  return site && siteMovable.value ? { at: siteDrag.value ?? site.position, from: site.position } : null;
});

/** To a tenth of a metre: what a drag can tell. */
export const rounded = ([lon, lat]: LonLat): LonLat => [Number(lon.toFixed(6)), Number(lat.toFixed(6))];

/** Follows the pointer without a change of the study, and moves the site once where the site is dropped. */
export const dragSite = (drag: SiteDrag): void => {
  const site = soloSite.peek();
  if (drag.kind === 'move') {
    siteDrag.value = drag.at;
    return;
  }
  batch(() => {
    siteDrag.value = null;
    if (drag.kind === 'drop' && site) {
      perform((study) => operations.moveSite(study, { id: site.id, position: rounded(drag.at) }));
    }
  });
};
