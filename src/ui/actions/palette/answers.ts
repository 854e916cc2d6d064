import { computed } from '@preact/signals';
import { t } from '../../../i18n/language.ts';
import { opened } from '../../app-state/study.ts';
import { askedFor, bestOf, findable, findPlaces, indexPlaces } from '../../find/index.ts';
import { actionGroups } from '../action.ts';
import { actions } from '../actions.ts';
import { actionEntry, type Entry, operatorEntry, placeEntry } from './entries.ts';

/** Lines of one kind under their heading. */
export interface EntryGroup {
  id: string;
  title: string;
  entries: readonly Entry[];
  /** Further ones that fit, left out. */
  more: number;
}

const placesShown = 6;
const actionsShown = 8;

const index = computed(() => opened.value && indexPlaces(opened.value.pack));
const operators = computed(
  () =>
    opened.value?.pack.facts.operators.map((operator) => ({
      operator,
      of: findable(operator.name, '', operator.id),
    })) ?? [],
);

const groupOf = (id: string, title: string, entries: readonly Entry[], shown: number): EntryGroup => ({
  id,
  title,
  entries: entries.slice(0, shown),
  more: Math.max(0, entries.length - shown),
});

/** What can be done, where nothing is looked for; else every place and action that fits, by kind. */
export const answersTo = (text: string): EntryGroup[] => {
  // the palette does not offer itself
  const offered = actions.filter(({ id }) => id !== 'find');
  const asked = askedFor(text);
  if (asked.plain === '') {
    return actionGroups.map((group) => {
      const of = offered.filter((action) => action.group === group).map(actionEntry);
      return groupOf(group, t(`actions.group.${group}`), of, of.length);
    });
  }
  const found = index.value && findPlaces(index.value, asked);
  const fitting = bestOf(
    asked,
    offered.map((action) => ({ action, of: findable(action.label()) })),
  );
  const places = (['commune', 'hamlet', 'site', 'area'] as const).map((kind) => {
    const of = found?.[kind] ?? [];
    // only what is shown is worth its words
    const shown = of.slice(0, placesShown).map(placeEntry);
    return { id: kind, title: t(`actions.found.${kind}`), entries: shown, more: of.length - shown.length };
  });
  return [
    ...places,
    groupOf(
      'operator',
      t('actions.found.operator'),
      bestOf(asked, operators.value).map(({ operator }) => operatorEntry(operator)),
      placesShown,
    ),
    groupOf(
      'action',
      t('actions.found.action'),
      fitting.map(({ action }) => actionEntry(action)),
      actionsShown,
    ),
  ].filter(({ entries }) => entries.length > 0);
};
