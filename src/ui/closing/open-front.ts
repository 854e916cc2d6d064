import '../../i18n/task-texts.ts';
import { computed } from '@preact/signals';
import { followClosing } from './follow-closing.ts';
import { front } from './front.ts';
import { closingMarks } from './map/closing-marks.ts';
import { plansAtHand } from './plans-at-hand.ts';
import { chosenOption } from './rollout/chosen-option.ts';
import { placeMastAt, placingMast } from './rollout/placing.ts';
import { shownWhereNext } from './rollout/where-next-job.ts';

// the task is there from now on
front.value = {
  follow: followClosing,
  marks: closingMarks,
  people: computed(() => shownWhereNext.value?.people ?? null),
  placing: placingMast,
  placeAt: placeMastAt,
  stopPlacing: () => {
    placingMast.value = false;
  },
  choose: (option) => {
    chosenOption.value = option;
  },
  plans: plansAtHand,
};
