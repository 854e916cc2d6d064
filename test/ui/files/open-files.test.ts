import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStudy } from '../../../src/study/study.ts';
import { aNetwork, aStandingSite } from '../../proposal/a-proposal.ts';
import { standInPage } from '../a-page.ts';

standInPage();
const { study } = await import('../../../src/ui/app-state/study.ts');
const { openTask, task } = await import('../../../src/ui/app-state/view.ts');
const { tasks } = await import('../../../src/ui/app-state/address.ts');
const { openFiles } = await import('../../../src/ui/files/index.ts');
const { endImport, importing } = await import('../../../src/ui/import/importing.ts');
const { proposalFiles } = await import('../../../src/ui/proposals/index.ts');

const masts = 'id;operator;height;lon;lat\nP-1;viettel;42;105.83;21.63\n';
const feature = {
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [105.83, 21.63] },
  properties: { id: 'P-1', operator: 'viettel', heightM: 42, structure: 'guyed' },
};
const collection = { type: 'FeatureCollection', features: [feature] };

const drops = (name: string, text: string) => openFiles([{ path: name, file: new File([text], name) }]);

beforeEach(() => {
  study.value = openStudy({
    pack: aNetwork([aStandingSite('TN-0001', 'viettel', [105.83, 21.63])]),
    checksum: 'c'.repeat(64),
  });
});
afterEach(() => {
  endImport();
  proposalFiles.value = [];
});

test.each(tasks)('a list of masts is imported, be the open task %s', async (open) => {
  openTask(open);
  await drops('danh-sach.csv', masts);
  await vi.waitFor(() =>
    expect(importing.value).toMatchObject({ kind: 'choosing', draft: { choice: { target: 'sites' } } }),
  );
  expect([task.value, proposalFiles.value]).toEqual([open, []]);
});

test.each(tasks)('so is GeoJSON without the link to the schema of proposals, be the open task %s', async (open) => {
  openTask(open);
  await drops('cot.geojson', JSON.stringify(collection));
  await vi.waitFor(() =>
    expect(importing.value).toMatchObject({ kind: 'choosing', draft: { choice: { target: 'sites' } } }),
  );
  expect([task.value, proposalFiles.value]).toEqual([open, []]);
});

test.each(tasks)('with the link it is assessed, be the open task %s', async (open) => {
  openTask(open);
  await drops('de-xuat.geojson', JSON.stringify({ $schema: 'proposal.schema.json', ...collection }));
  expect(importing.value).toBeNull();
  expect([task.value, proposalFiles.value.map(({ name }) => name)]).toEqual(['proposals', ['de-xuat.geojson']]);
});
