import { describe, expect, test } from 'vitest';
import { type ListContext, readFibre, readHamlets, readSites } from '../../../data/build/real/lists.ts';
import { writePack } from '../../../src/files/pack/pack-write.ts';
import { InputError, type Problem } from '../../../src/model/problem.ts';
import { aHamlet, aPack, aSite } from '../../files/pack/small-pack.ts';

const { communes, facts, manifest } = aPack();
const find: ListContext = { communes, facts, box: manifest.boundingBox };
const encode = (text: string) => new TextEncoder().encode(text);
const csv = (name: string, ...lines: string[]) => ({ name, bytes: encode(lines.join('\n')) });
const geoJson = (name: string, ...features: object[]) => ({
  name,
  bytes: encode(JSON.stringify({ type: 'FeatureCollection', features })),
});
const point = (coordinates: number[], properties: object) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates },
});

const problemsOf = async (reading: () => Promise<unknown>): Promise<readonly Problem[]> => {
  try {
    await reading();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).problems;
  }
  throw new Error('was read');
};

describe('hamlets from a file', () => {
  test('a table: the commune is where they lie, households from people', async () => {
    const file = csv('h.csv', 'lon;lat;Tên xóm;Dân số;Cáp quang', '105,87;21,62;Xóm Chùa;357;có');
    expect((await readHamlets(file, find)).hamlets).toEqual([
      {
        id: 'H-0001',
        name: 'Xóm Chùa',
        communeCode: '05434',
        centre: [105.87, 21.62],
        clusters: [{ position: [105.87, 21.62], people: 357 }],
        households: 100,
        hasFibre: true,
      },
    ]);
  });

  test('the layer of another pack, clusters and all', async () => {
    const pack = aPack({ hamlets: [aHamlet()] });
    const file = { name: 'hamlets.geojson', bytes: writePack(pack).get('hamlets.geojson')! };
    expect((await readHamlets(file, find)).hamlets).toEqual([aHamlet()]);
  });

  test('names in NFD become NFC', async () => {
    const name = 'Xóm Đồng Ấm';
    const file = geoJson(
      'h.geojson',
      point([105.82, 21.62], { name: name.normalize('NFD'), people: 90, fibre: false }),
    );
    expect((await readHamlets(file, find)).hamlets[0].name).toBe(name);
  });

  test('in another commune than stated: a warning', async () => {
    const properties = { name: 'A', people: 90, fibre: true, commune_code: '05431' };
    const { warnings, hamlets } = await readHamlets(geoJson('h.geojson', point([105.87, 21.62], properties)), find);
    expect(warnings).toMatchObject([{ rule: 'outside-commune', place: 'features[0]', value: '105.87, 21.62' }]);
    expect(hamlets[0].communeCode).toBe('05431');
  });

  test.each([
    ['without people', 'Xóm A,0,1', 'no-people', 'row 2 (H-0001)', 'Xóm A'],
    ['with people left empty', 'Xóm A,,1', 'no-people', 'row 2 (H-0001)', 'Xóm A'],
    ['with people in words', 'Xóm A,many,1', 'wrong-type', 'row 2, people', 'many'],
    ['with fewer than no people', 'Xóm A,-4,1', 'out-of-range', 'row 2, people', '-4'],
    ['without a name', ',40,1', 'missing-field', 'row 2', ''],
    ['without word of fibre', 'Xóm A,40,', 'missing-field', 'row 2', ''],
  ])('%s is refused', async (_, row, rule, place, value) => {
    const file = csv('h.csv', 'lon,lat,name,people,fibre', `105.82,21.62,${row}`);
    expect(await problemsOf(() => readHamlets(file, find))).toMatchObject([{ file: 'h.csv', rule, place, value }]);
  });

  test('outside the province is refused, with its position', async () => {
    const file = csv('h.csv', 'lon,lat,name,people,fibre', '105.82,21.62,A,40,1', '104,21,B,40,1');
    expect(await problemsOf(() => readHamlets(file, find))).toMatchObject([
      { file: 'h.csv', place: 'row 3', value: '104, 21', rule: 'outside-province' },
    ]);
  });

  test('with an unknown commune code is refused', async () => {
    const file = csv('h.csv', 'lon,lat,name,people,fibre,ma_xa', '105.82,21.62,A,40,1,01234');
    expect(await problemsOf(() => readHamlets(file, find))).toMatchObject([
      { rule: 'unknown-commune', value: '01234' },
    ]);
  });

  test('twice the same id is refused, naming both rows', async () => {
    const file = csv('h.csv', 'id,lon,lat,name,people,fibre', 'X,105.82,21.62,A,40,1', 'X,105.83,21.62,B,40,1');
    expect(await problemsOf(() => readHamlets(file, find))).toMatchObject([
      { rule: 'duplicate-id', place: 'row 3', value: 'X', ruleValues: { first: 'row 2' } },
    ]);
  });

  test('a table with no longitude is refused', async () => {
    const file = csv('h.csv', 'name,people', 'A,40');
    expect((await problemsOf(() => readHamlets(file, find))).map(({ ruleValues }) => ruleValues?.field)).toEqual([
      'lon',
      'lat',
    ]);
  });
});

describe('sites from a file', () => {
  test('a table: usual equipment on a band the operator holds, counted as assumed', async () => {
    const file = csv('s.csv', 'id,lon,lat,operators,technologies,height_m', 'TN-9,105.82,21.62,Viettel,4G,45');
    const { sites, assumed } = await readSites(file, find);
    expect(assumed).toBe(1);
    expect(sites).toMatchObject([
      {
        id: 'TN-9',
        communeCode: '05431',
        structure: 'unknown',
        heightM: 45,
        tenants: [{ operator: 'viettel', antennaHeightM: 44 }],
      },
    ]);
    const { cells } = sites[0].tenants[0];
    expect(cells.map(({ band, azimuthDeg, bandwidthMHz }) => [band, azimuthDeg, bandwidthMHz])).toEqual([
      ['1800', 0, 20],
      ['1800', 120, 20],
      ['1800', 240, 20],
    ]);
  });

  test('the layer of another pack, as it was', async () => {
    const file = { name: 'sites.geojson', bytes: writePack(aPack()).get('sites.geojson')! };
    expect(await readSites(file, find)).toMatchObject({ sites: [aSite()], assumed: 0 });
  });

  test('outside the province is refused, with its position and distance', async () => {
    const file = csv('s.csv', 'lon,lat,operators,technologies,height_m', '105.93,21.62,viettel,4G,45');
    const [problem] = await problemsOf(() => readSites(file, find));
    expect(problem).toMatchObject({ file: 's.csv', place: 'row 2', value: '105.93, 21.62', rule: 'outside-province' });
    expect(problem.ruleValues?.distanceKm).toBeCloseTo(3.1, 1);
  });

  test.each([
    ['operator', 'nobody,4G,45', 'row 2, operators', 'nobody', 'not-one-of'],
    ['technology', 'viettel,6G,45', 'row 2, technologies', '6G', 'not-one-of'],
    ['height', 'viettel,4G,900', 'row 2, height_m', '900', 'out-of-range'],
  ])('with a wrong %s is refused', async (_, row, place, value, rule) => {
    const file = csv('s.csv', 'lon,lat,operators,technologies,height_m', `105.82,21.62,${row}`);
    expect(await problemsOf(() => readSites(file, find))).toMatchObject([{ file: 's.csv', place, value, rule }]);
  });

  test('of a pack with an unknown band is refused', async () => {
    const [tenant] = aSite().tenants;
    const site = aSite({ tenants: [{ ...tenant, cells: [{ ...tenant.cells[0], band: '450' }] }] });
    const file = { name: 'sites.geojson', bytes: writePack(aPack({ sites: [site] })).get('sites.geojson')! };
    expect(await problemsOf(() => readSites(file, find))).toMatchObject([
      { place: 'features[0], band', value: '450', rule: 'not-one-of' },
    ]);
  });
});

describe('fibre from a file', () => {
  const line = (coordinates: number[][], properties: object = {}) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'LineString', coordinates },
  });

  test('routes find the nodes at their ends and are measured', async () => {
    const file = geoJson(
      'f.geojson',
      point([105.82, 21.62], { id: 'A' }),
      point([105.87, 21.62], { id: 'B', kind: 'hamlet' }),
      line([
        [105.8201, 21.62],
        [105.87, 21.62],
      ]),
    );
    const { nodes, routes } = await readFibre(file, find);
    expect(nodes.features.map(({ properties }) => properties)).toEqual([
      { id: 'A', kind: 'office', communeCode: '05431' },
      { id: 'B', kind: 'hamlet', communeCode: '05434' },
    ]);
    expect(routes.features[0].properties).toMatchObject({ id: 'R-0001', from: 'A', to: 'B' });
    expect(routes.features[0].properties.lengthKm).toBeCloseTo(5.166, 2);
  });

  test('a route that ends in the open is refused', async () => {
    const ends = [
      [105.82, 21.62],
      [105.84, 21.62],
    ];
    const file = geoJson('f.geojson', point([105.82, 21.62], { id: 'A' }), line(ends));
    expect(await problemsOf(() => readFibre(file, find))).toMatchObject([
      { file: 'f.geojson', place: 'features[1], to', value: '105.84, 21.62', rule: 'unknown-reference' },
    ]);
  });
});
