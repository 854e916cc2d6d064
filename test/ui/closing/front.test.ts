import { expect, it, onTestFinished } from 'vitest';
import { aHamlet, aSite } from '../../files/pack/small-pack.ts';
import { aPackWith } from '../../study/a-study.ts';
import { standInPage } from '../a-page.ts';

standInPage();
const { openStudy } = await import('../../../src/study/study.ts');
const { study } = await import('../../../src/ui/app-state/study.ts');
const front = await import('../../../src/ui/closing/index.ts');
const { locks } = await import('../../../src/ui/closing/rollout/rollout-question.ts');
const { placingMast } = await import('../../../src/ui/closing/rollout/placing.ts');

const opens = (checksum: string): void => {
  study.value = openStudy({ pack: aPackWith([aSite()], [aHamlet()]), checksum: checksum.repeat(64) });
};

it('gives the page nothing before a part is shown, then what the part knows, and forgets it with its pack', async () => {
  opens('a');
  onTestFinished(front.followClosing());
  placingMast.value = true;
  expect(front.placingMast.value).toBe(false);
  expect(front.plansAtHand()).toBeUndefined();
  expect(front.closingMarks.value).toBeNull();

  await import('../../../src/ui/closing/open-front.ts');
  expect(front.plansAtHand()).toEqual({ rollout: null, fibre: null, resilience: null });
  placingMast.value = true;
  expect(front.placingMast.value).toBe(true);
  front.placeMastAt([105.8, 21.6]);
  expect(locks.value.places).toEqual([[105.8, 21.6]]);
  expect(front.placingMast.value).toBe(false);

  placingMast.value = true;
  front.stopPlacing();
  expect(front.placingMast.value).toBe(false);

  opens('b');
  expect(locks.value.places).toEqual([]);
});
