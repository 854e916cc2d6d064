import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { Operator } from '../../../model/facts.ts';
import { peopleOf } from '../../../model/hamlet.ts';
import type { LonLat } from '../../../model/place.ts';
import { type Selection, selectionAt } from '../../../study/selection.ts';
import { goTo } from '../../app-state/go-to.ts';
import { lookup } from '../../app-state/study.ts';
import { areaTitle, communeTitle } from '../../app-state/titles.ts';
import { cardWanted, showGaps } from '../../app-state/view.ts';
import type { IconName } from '../../kit/icon.tsx';
import { type Action, act, keyText } from '../action.ts';

/** A line of the palette. */
export interface Entry {
  id: string;
  icon: IconName;
  title: string;
  detail: string;
  /** Why it can't be chosen; null where it can. */
  whyNot: string | null;
  choose: () => void;
}

const detailOf = ({ kind, id }: Selection): { title: string; detail: string } => {
  const places = lookup.peek();
  if (kind === 'commune') {
    const commune = places?.commune(id)?.properties;
    return commune
      ? { title: communeTitle(commune), detail: `${commune.districtName} · ${id}` }
      : { title: id, detail: '' };
  }
  if (kind === 'area') {
    const area = places?.area(id)?.properties;
    return { title: area ? areaTitle(area) : id, detail: '' };
  }
  const hamlet = kind === 'hamlet' ? places?.hamlet(id) : undefined;
  const site = kind === 'site' ? places?.site(id) : undefined;
  const commune = places?.commune((hamlet ?? site)?.communeCode ?? '')?.properties;
  const where = commune ? communeTitle(commune) : '';
  if (hamlet) {
    const people = t('actions.people', { people: formatNumber(peopleOf(hamlet)) });
    return { title: hamlet.name, detail: [where, people].join(' · ') };
  }
  const operators = site?.tenants.map(({ operator }) => places?.operatorName(operator) ?? operator).join(', ');
  return { title: id, detail: [operators, where].filter(Boolean).join(' · ') };
};

const icons: Readonly<Record<Selection['kind'], IconName>> = {
  commune: 'overview',
  hamlet: 'gaps',
  site: 'coverage',
  area: 'pin',
  point: 'target',
};

export const placeEntry = (place: Selection): Entry => ({
  id: `${place.kind}:${place.id}`,
  icon: icons[place.kind],
  ...detailOf(place),
  whyNot: null,
  choose: () => {
    goTo(place);
    cardWanted.value = true;
  },
});

/** A position that was typed, and in what system it was read. */
export const positionEntry = (at: LonLat, system: string): Entry => ({
  id: `${system} ${at.join(',')}`,
  icon: icons.point,
  title: t('selection.latLon', { lat: formatNumber(at[1], 5), lon: formatNumber(at[0], 5) }),
  detail: system,
  whyNot: null,
  choose: () => {
    goTo(selectionAt(at));
    cardWanted.value = true;
  },
});

/** An operator leads to the hamlets by its signal. */
export const operatorEntry = ({ id, name, mccMnc }: Operator): Entry => ({
  id: `operator:${id}`,
  icon: 'sharing',
  title: name,
  detail: [mccMnc, t('actions.operatorGaps')].join(' · '),
  whyNot: null,
  choose: () => showGaps({ operator: id }),
});

export const actionEntry = (action: Action): Entry => {
  const reason = action.whyNot?.() ?? null;
  return {
    id: `action:${action.id}`,
    icon: action.icon,
    title: action.label(),
    detail: reason ?? action.keys?.map(keyText).join(', ') ?? '',
    whyNot: reason,
    choose: () => act(action),
  };
};
