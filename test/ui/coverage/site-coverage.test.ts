import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SiteQuestion } from '../../../src/coverage/raster/site-coverage.ts';
import { openStudy } from '../../../src/study/study.ts';
import { aHamlet, aSite } from '../../files/pack/small-pack.ts';
import { aPackWith } from '../../study/a-study.ts';
import { standInPage } from '../a-page.ts';

const asked = vi.hoisted(() => [] as { question: SiteQuestion; answers: () => Promise<void> }[]);
vi.mock('../../../src/runs/site-coverage.ts', () => ({
  openSiteDesk: () => ({
    ask: (question: SiteQuestion) =>
      new Promise((resolve) => {
        const answers = async (): Promise<void> => {
          resolve({ zoom: question.settings.zoom, lon: question.site.position[0] });
          await new Promise((settled) => setTimeout(settled));
        };
        asked.push({ question, answers });
      }),
    close: () => {},
  }),
}));
standInPage();
const { study } = await import('../../../src/ui/app-state/study.ts');
const { select } = await import('../../../src/ui/app-state/view.ts');
const { followSiteCoverage, siteDrag, siteJob, soloOn } = await import(
  '../../../src/ui/coverage/site/site-coverage.ts'
);

const site = aSite();
const zooms = () => asked.map(({ question }) => question.settings.zoom);
const dragTo = (lon: number): void => {
  siteDrag.value = [lon, site.position[1]];
};

let stopFollowing = (): void => {};
beforeEach(() => {
  asked.length = 0;
  study.value = openStudy({ pack: aPackWith([site], [aHamlet()]), checksum: 'c'.repeat(64) });
  stopFollowing = followSiteCoverage();
  select({ kind: 'site', id: site.id });
  soloOn.value = true;
});
afterEach(() => {
  stopFollowing();
  select(null);
  siteJob.reset();
});

test('a site is shown coarse, then fine', async () => {
  expect(zooms()).toEqual([11]);
  await asked[0].answers();
  expect([siteJob.result.value, zooms()]).toMatchObject([{ zoom: 11, siteId: site.id }, [11, 12]]);
  await asked[1].answers();
  expect([siteJob.result.value, siteJob.state.value.kind]).toMatchObject([{ zoom: 12 }, 'done']);
});

test('of the places a mast is dragged over, those the work can follow are shown, coarse, and always the last', async () => {
  await asked[0].answers();
  await asked[1].answers();
  for (const lon of [105.81, 105.82, 105.83]) dragTo(lon);
  expect(asked).toHaveLength(3);
  await asked[2].answers();
  expect([siteJob.result.value, asked[3].question.site.position[0]]).toMatchObject([{ zoom: 11, lon: 105.81 }, 105.83]);
  await asked[3].answers();
  expect([siteJob.result.value, zooms()]).toMatchObject([{ zoom: 11, lon: 105.83 }, [11, 12, 11, 11]]);
});

test('a site that is left is shown no more, whatever comes of it later', async () => {
  soloOn.value = false;
  await asked[0].answers();
  expect([siteJob.result.value, zooms()]).toEqual([null, [11]]);
});
