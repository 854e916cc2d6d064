import { askedOf } from '../../coverage/service/asked.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { peopleOf } from '../../model/hamlet.ts';
import type { Selection } from '../../study/selection.ts';
import { asked } from '../app-state/asked.ts';
import { findingOf } from '../app-state/run.ts';
import { lookup } from '../app-state/study.ts';
import { communeTitle } from '../app-state/titles.ts';
import { levelAt, levelCell, levelTitle } from '../coverage/index.ts';
import { type SwipeSide, swipeSides } from '../scenarios/index.ts';
import { planLevelAt, planLevelText } from '../sharing/index.ts';
import { hovered } from './hover.ts';

const describe = ({ kind, id }: Selection, side: SwipeSide | undefined): { title: string; detail: string } | null => {
  const places = side ? side.places : lookup.value;
  if (!places) return null;
  if (kind === 'hamlet') {
    const hamlet = places.hamlet(id);
    const found = (side ? side.findingOf : findingOf.value).get(id);
    const status = found?.status ?? 'pending';
    return (
      (hamlet && {
        title: hamlet.name,
        detail: t('map.noSignalPeople', {
          ...(side?.findings ? askedOf(side.findings.service) : asked.value),
          people: formatNumber(peopleOf(hamlet)),
          status: t(`status.${status}`),
        }),
      }) ??
      null
    );
  }
  if (kind === 'site') {
    const site = places.site(id);
    if (!site) return null;
    const operators = site.tenants.map(({ operator }) => places.operatorName(operator)).join(', ');
    return { title: id, detail: t('map.siteTip', { operators, height: formatNumber(site.heightM) }) };
  }
  const commune = kind === 'commune' ? places.commune(id)?.properties : undefined;
  if (!commune) return null;
  const hamlets = formatNumber(places.hamletsOf(id).length);
  return {
    title: communeTitle(commune),
    detail: t('map.communeTip', { hamlets, people: formatNumber(commune.population) }),
  };
};

/** A word on what is under the pointer. The same is in the panel on a click, so it stays out of the reading order. */
export const Tooltip = () => {
  const over = hovered.value;
  if (!over) return null;
  const side = swipeSides.value?.[over.side === 'left' ? 0 : 1];
  const text = over.place && describe(over.place, side);
  // of the two pictures of a swipe the colours tell enough
  const planned = side ? null : planLevelAt(over.at);
  const level = side || planned ? null : levelAt(over.at);
  if (!text && !level && !planned) return null;
  return (
    <div class="tooltip" style={{ transform: `translate(${over.x + 14}px, ${over.y + 14}px)` }} aria-hidden="true">
      {text && (
        <>
          <strong>{text.title}</strong>
          <span>{text.detail}</span>
        </>
      )}
      {planned && <span class="tooltip-level">{planLevelText(planned)}</span>}
      {level && (
        <span class="tooltip-level">
          <strong>{levelTitle(level)}</strong>
          <span>{levelCell(level)}</span>
        </span>
      )}
    </div>
  );
};
