import { effect } from '@preact/signals';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { pointOf, type Selection } from '../../study/selection.ts';
import { lookup } from '../app-state/study.ts';
import { areaTitle, communeTitle } from '../app-state/titles.ts';
import { selection, task } from '../app-state/view.ts';

/** What a place is called by itself; its id where the study does not know it. */
const placeName = (place: Selection): string => {
  const { kind, id } = place;
  const places = lookup.value;
  const point = pointOf(place);
  if (point) return t('selection.latLon', { lat: formatNumber(point[1], 5), lon: formatNumber(point[0], 5) });
  if (kind === 'hamlet') return places?.hamlet(id)?.name ?? id;
  const commune = kind === 'commune' ? places?.commune(id)?.properties : undefined;
  if (commune) return communeTitle(commune);
  const area = kind === 'area' ? places?.area(id)?.properties : undefined;
  return area ? areaTitle(area) : id;
};

/** The page's title tells where one is: what is selected, the task, the product. Returns what ends it. */
export const followTitle = (): (() => void) =>
  effect(() => {
    const place = selection.value;
    document.title = [...(place ? [placeName(place)] : []), t(`app.task.${task.value}`), t('app.name')].join(' · ');
  });
