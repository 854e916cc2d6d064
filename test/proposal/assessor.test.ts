import { expect, test } from 'vitest';
import { createProposalApi } from '../../workers/proposal/api.ts';
import { openProposals } from '../../workers/proposal/client.ts';
import { aFile, aNetwork, aStandingSite, assessed, assessorOf, networkOf } from './a-proposal.ts';

const pack = aNetwork([aStandingSite('TN-9', 'mobifone', [105.895, 21.605])]);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const csv = (id: string, lon: string): Uint8Array =>
  bytesOf(`id,operator,heightM,lon,lat,technology\n${id},viettel,42,${lon},21.63,4G\n`);

test('a file more leaves those before as they were, and gives what all of them together give', async () => {
  const first = aFile('a.geojson', aStandingSite('P-1', 'viettel', [105.82, 21.63]));
  const second = aFile('b.geojson', aStandingSite('P-2', 'vinaphone', [105.822, 21.63]));
  const assessor = await assessorOf(pack);
  assessor.assess([first]);
  expect(assessor.assess([first, second])).toEqual(await assessed(pack, first, second));
});

test('a file is given to the worker once', async () => {
  const api = createProposalApi();
  api.setUp(await networkOf(pack));
  const first = { name: 'a.csv', bytes: csv('P-1', '105.82') };
  await api.assess([{ id: 1, file: first }], () => {});
  const second = { name: 'b.csv', bytes: csv('P-2', '105.83') };
  const both = await api.assess(
    [
      { id: 1, file: null },
      { id: 2, file: second },
    ],
    () => {},
  );
  expect(both.proposals.map(({ file, proposedSites }) => [file, proposedSites[0].id])).toEqual([
    ['a.csv', 'P-1'],
    ['b.csv', 'P-2'],
  ]);
  // one that has been taken away is not remembered
  await api.assess([{ id: 2, file: null }], () => {});
  await expect(api.assess([{ id: 1, file: null }], () => {})).rejects.toThrow('before it was given');
});

test('columns and axes that the user has put right are kept, on every assessment', async () => {
  // kinh and vĩ swapped in the headings: read as guessed the mast lies nowhere near
  const bytes = bytesOf('id,operator,heightM,y,x,technology\nP-1,viettel,42,105.82,21.63,4G\n');
  const choice = {
    target: 'sites' as const,
    columns: { id: 0, operator: 1, height: 2, lon: 3, lat: 4, technology: 5 },
    epsg: 4326,
    swapped: false,
  };
  const session = openProposals(await networkOf(pack));
  const files = [{ name: 'a.csv', bytes, choice }];
  for (const _ of [1, 2]) {
    const { proposals } = await session.assess(files);
    expect(proposals[0].proposedSites.map(({ position }) => position)).toEqual([[105.82, 21.63]]);
  }
  session.close();
});
