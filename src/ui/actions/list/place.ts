import { t } from '../../../i18n/language.ts';
import type { Site } from '../../../model/site.ts';
import { operations } from '../../../study/operations/index.ts';
import { flyToPlace } from '../../app-state/go-to.ts';
import { perform } from '../../app-state/perform.ts';
import { lookup, study } from '../../app-state/study.ts';
import { cardWanted, select, selection, sheetTab } from '../../app-state/view.ts';
import { placingMast, stopPlacing } from '../../closing/index.ts';
import { siteMovable } from '../../coverage/index.ts';
import { addMast, leaveMast, mastChoosing } from '../../masts/index.ts';
import { closePath, openPathFrom, pathQuestion } from '../../path/index.ts';
import { stopSwiping, swiping } from '../../scenarios/index.ts';
import type { Action } from '../action.ts';

const selectedSite = (): Site | undefined => {
  const chosen = selection.value;
  return chosen?.kind === 'site' ? lookup.value?.site(chosen.id) : undefined;
};

export const addMastAction: Action = {
  id: 'add-mast',
  group: 'place',
  icon: 'plus',
  label: () => t('masts.add'),
  keys: [{ key: 'n' }],
  whyNot: () => (study.value ? null : t('app.loading')),
  run: addMast,
};

const removeMastAction: Action = {
  id: 'remove-mast',
  group: 'place',
  icon: 'minus',
  label: () => t('study.edit.remove'),
  whyNot: () => (selectedSite() ? null : t('actions.needsSite')),
  run: () => {
    const site = selectedSite();
    if (site && perform((of) => operations.deleteSite(of, { id: site.id }))) select(null);
  },
};

export const pathAction: Action = {
  id: 'path',
  group: 'place',
  icon: 'profile',
  label: () => t('selection.pathFrom'),
  keys: [{ key: 'p' }],
  whyNot: () => (selectedSite() ? null : t('actions.needsSite')),
  run: () => {
    const site = selectedSite();
    if (site) openPathFrom(site);
  },
};

export const flyToAction: Action = {
  id: 'fly-to',
  group: 'place',
  icon: 'target',
  label: () => t('selection.flyTo'),
  whyNot: () => (selection.value ? null : t('actions.needsPlace')),
  run: () => {
    const chosen = selection.peek();
    if (chosen) flyToPlace(chosen);
  },
};

const cardAction: Action = {
  id: 'focus-card',
  group: 'place',
  icon: 'selection',
  label: () => t('actions.toCard'),
  keys: [{ key: 'c' }],
  whyNot: () => (selection.value ? null : t('actions.needsPlace')),
  run: () => {
    sheetTab.value = 'selection';
    cardWanted.value = true;
  },
};

/** Leaves the innermost of what is open: the path, the place of a plan or the mast to be placed, the mast in hand, the swipe, the selection. */
const leaveAction: Action = {
  id: 'leave',
  group: 'place',
  icon: 'close',
  label: () => t('help.escape'),
  keys: [{ key: 'Escape' }],
  whyNot: () =>
    pathQuestion.value ||
    placingMast.value ||
    mastChoosing.value ||
    siteMovable.value ||
    swiping.value ||
    selection.value
      ? null
      : t('actions.needsPlace'),
  run: () => {
    if (pathQuestion.peek()) closePath();
    else if (placingMast.peek()) stopPlacing();
    else if (mastChoosing.peek()) leaveMast();
    else if (siteMovable.peek()) siteMovable.value = false;
    else if (swiping.peek()) stopSwiping();
    else select(null);
  },
};

export const placeActions: readonly Action[] = [
  addMastAction,
  removeMastAction,
  pathAction,
  cardAction,
  flyToAction,
  leaveAction,
];
