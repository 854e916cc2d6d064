import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStudy } from '../../../src/study/study.ts';
import { aNetwork, aStandingSite } from '../../proposal/a-proposal.ts';
import { standInPage } from '../a-page.ts';

standInPage();
const { openImportReader } = await import('../../../src/runs/import.ts');
const { run } = await import('../../../src/ui/app-state/run.ts');
const { scenario, study, undo } = await import('../../../src/ui/app-state/study.ts');
const { runStudy } = await import('../../../src/runs/study-run.ts');
const { assessAgain, assessed, assessFiles, assessing, proposalFiles } = await import(
  '../../../src/ui/proposals/assessing.ts'
);
const importing = await import('../../../src/ui/import/importing.ts');

const checksum = 'c'.repeat(64);
const pack = aNetwork([aStandingSite('TN-0001', 'viettel', [105.83, 21.63])]);
beforeEach(() => {
  study.value = openStudy({ pack, checksum });
});
afterEach(() => {
  importing.endImport();
  run.reset();
  proposalFiles.value = [];
});

/** A file with its columns looked at. */
const begins = async (text: string, name = 'cot.csv') => {
  const reader = openImportReader();
  const file = new File([text], name);
  await reader.open(file, name);
  importing.beginImport(file, reader);
  await looked();
};
const looked = () => vi.waitFor(() => expect(importing.importing.value).toMatchObject({ draft: { look: {} } }));

/** Two heights and two names: the guess takes the first of each, the wrong one. Longitude and latitude changed places. */
const misleading = [
  'id;operator;height;lon;lat;antenna height;cao',
  'P-1;viettel;5;21.63;105.87;10;42',
  'P-2;viettel;6;21.64;105.88;11;36',
].join('\n');

test('what is assessed instead is read as the user has said, and again so later', async () => {
  await run.ask({ stage: 'service', work: () => runStudy({ pack, checksum }) });
  await begins(misleading);
  importing.chooseColumn('height', 6);
  importing.swapAxes(true);
  await looked();
  await importing.assessInstead();
  expect(importing.importing.value).toBeNull();
  const heights = () =>
    assessed.value?.proposals[0].proposedSites.map(({ heightM, position }) => [heightM, ...position]);
  const meant = [
    [42, 105.87, 21.63],
    [36, 105.88, 21.64],
  ];
  expect(heights()).toEqual(meant);
  assessing.reset();
  await assessAgain();
  expect(heights()).toEqual(meant);
  await assessFiles([new File(['id;operator;height;lon;lat\nQ-1;viettel;30;105.9;21.6\n'], 'khac.csv')]);
  expect(heights()).toEqual(meant);
});

test('a whole file enters as one moment, and its bad rows are told', async () => {
  await begins('id;operator;height;lon;lat\nP-1;viettel;42;105.81;21.61\nP-2;viettel;tall;105.82;21.62\n');
  await importing.checkImport();
  expect(importing.importing.value).toMatchObject({ kind: 'checked', summary: { rows: 2, taken: 1 } });
  await importing.enterImport();
  expect([importing.importing.value, scenario.value?.done.length]).toEqual([null, 1]);
  undo();
  expect(scenario.value?.done).toEqual([]);
});

test('a choice made again before the file was looked at is looked at in the end', async () => {
  await begins(misleading);
  importing.swapAxes(true);
  await importing.checkImport();
  expect(importing.importing.value?.kind).toBe('checked');
  importing.chooseAgain();
  await looked();
  expect(importing.importing.value).toMatchObject({ kind: 'choosing', draft: { choice: { swapped: true } } });
});

test('a second file waits for the first to be left', async () => {
  await begins('id;operator;height;lon;lat\nP-1;viettel;42;105.81;21.61\n', 'mot.csv');
  const second = new File(['id;operator;height;lon;lat\nP-2;viettel;42;105.82;21.61\n'], 'hai.csv');
  const reader = openImportReader();
  await reader.open(second, 'hai.csv');
  importing.beginImport(second, reader);
  expect(importing.importing.value?.file.name).toBe('mot.csv');
  importing.endImport();
  await vi.waitFor(() => expect(importing.importing.value?.file.name).toBe('hai.csv'));
});
