import { gzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { createCache } from '../../src/sources/cache/cache.ts';
import { memoryStore } from '../../src/sources/cache/store.ts';
import { gadmCommunes } from '../../src/sources/gadm.ts';
import { geoBoundariesUnits } from '../../src/sources/geoboundaries.ts';
import { openCellIdCells } from '../../src/sources/opencellid.ts';
import { readOsmPbf } from '../../src/sources/osm-pbf.ts';
import { thanglequocUnits } from '../../src/sources/thanglequoc.ts';
import { rectangle } from '../files/pack/small-pack.ts';
import { aNet } from './a-net.ts';
import { aPbf } from './a-pbf.ts';
import { node, unitRoutes } from './answers.ts';
import { hasSamples, sample, sampleFile } from './samples.ts';
import { type Reply, type Route, type StandIn, startStandIn } from './stand-in.ts';

let open: StandIn | undefined;
afterEach(() => open?.close());
const serve = async (routes: readonly Route[]): Promise<StandIn> => {
  open = await startStandIn(routes);
  return open;
};
const ruleOf = async (asking: Promise<unknown>): Promise<string> => {
  const error = await asking.catch((reason: { problems: { rule: string }[] }) => reason);
  return (error as { problems: { rule: string }[] }).problems[0].rule;
};

const units = [
  {
    code: '05482',
    fullName: 'Phường Quan Triều',
    stem: '05482_quan_trieu',
    areaKm2: 28.5,
    geometry: rectangle([105.8, 21.6, 105.85, 21.65]),
  },
  {
    code: '05719',
    fullName: 'Xã Sảng Mộc',
    stem: '05719_sang_moc',
    areaKm2: 96.8,
    geometry: rectangle([105.85, 21.6, 105.9, 21.65]),
  },
];
const lfs = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 1234\n';

describe('units since July 2025', () => {
  const routes = unitRoutes('19_thai_nguyen', units);

  it('come by official code, with kind and name apart', async () => {
    const net = aNet(await serve(routes));
    expect(await thanglequocUnits(net, '19_thai_nguyen')).toMatchObject([
      { code: '05482', hasOfficialCode: true, name: 'Quan Triều', type: 'phường', areaKm2: 28.5 },
      { code: '05719', hasOfficialCode: true, name: 'Sảng Mộc', type: 'xã' },
    ]);
  });

  it('are asked for only where they are wanted, and once', async () => {
    const server = await serve(routes);
    const cache = createCache(memoryStore());
    for (let run = 0; run < 2; run++) {
      expect(await thanglequocUnits(aNet(server, { cache }), '19_thai_nguyen', new Set(['05719']))).toHaveLength(1);
    }
    expect(server.asked).toHaveLength(2);
  });

  it.each<[string, RegExp, object, string]>([
    ['another content than the list states', /raw.*05719/, { spoil: true }, 'source-checksum'],
    ['a pointer in place of the file', /raw.*05719/, { reply: { body: lfs } }, 'source-pointer'],
    ['a page in place of the file', /raw.*05719/, { reply: { body: '<html>', type: 'text/html' } }, 'source-form'],
    ['a cut', /raw.*05719/, { cut: true }, 'source-cut'],
    [
      'a list that is none',
      /api\.github/,
      { reply: { body: '{"message":"Not Found"}', type: 'application/json' } },
      'source-form',
    ],
  ])('are refused after %s', async (_, when, fault, rule) => {
    const server = await serve(routes);
    server.fault({ when, times: 9, ...fault });
    expect(await ruleOf(thanglequocUnits(aNet(server), '19_thai_nguyen'))).toBe(rule);
  });

  it('are not asked for while the hour’s requests are used up, and it is said how long that is', async () => {
    const server = await serve(routes);
    const inAnHour = String(Math.round(Date.now() / 1000) + 2970);
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inAnHour };
    server.fault({
      when: /api\.github/,
      reply: { status: 403, body: '{"message":"API rate limit exceeded"}', headers },
      times: 9,
    });
    const error = await thanglequocUnits(aNet(server), '19_thai_nguyen').catch((reason) => reason);
    expect(error.problems[0]).toMatchObject({ rule: 'source-busy', ruleValues: { minutes: 50 } });
    expect(server.asked).toHaveLength(1);
  });

  it('of a folder there is not are told as missing', async () => {
    expect(await ruleOf(thanglequocUnits(aNet(await serve(routes)), '99_nowhere'))).toBe('source-lacks');
  });

  it('can be files of that form', async () => {
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { code: '05719', fullName: 'Xã Sảng Mộc' }, geometry: units[1].geometry },
      ],
    });
    const file = { name: 'sang_moc.geojson', bytes: new TextEncoder().encode(text) };
    const server = await serve([]);
    expect(await thanglequocUnits(aNet(server), '', undefined, [file])).toMatchObject([
      { code: '05719', name: 'Sảng Mộc' },
    ]);
    expect(server.asked).toEqual([]);
  });

  const wards = 'boundaries/19_thai_nguyen/wards';
  const real = ['05719_sang_moc', '05818_la_bang', '05857_phuc_thuan'];
  const listing = 'boundaries/github-contents-19_thai_nguyen-wards.json';
  it.skipIf(!hasSamples(listing, ...real.map((name) => `${wards}/${name}.geojson`)))(
    'have the checksums and the areas that the recorded list and files state',
    async () => {
      const server = await serve([
        [/^api\.github\.com.*19_thai_nguyen\/wards/, () => ({ body: sample(listing), type: 'application/json' })],
        [/^raw\.githubusercontent\.com.*\/wards\/([^/]+)$/, ([, name]) => ({ body: sample(`${wards}/${name}`) })],
      ]);
      const codes = new Set(real.map((name) => name.slice(0, 5)));
      const found = await thanglequocUnits(aNet(server), '19_thai_nguyen', codes);
      expect(found.map(({ name, type, areaKm2 }) => [name, type, areaKm2])).toEqual([
        ['Sảng Mộc', 'xã', 96.79],
        ['La Bằng', 'xã', 60.84],
        ['Phúc Thuận', 'phường', 74.16],
      ]);
    },
  );
});

const collection = (features: readonly object[]): Reply => ({
  type: 'application/json',
  body: JSON.stringify({ type: 'FeatureCollection', features }),
});

describe('geoBoundaries', () => {
  const raw =
    'https://github.com/wmgeolab/geoBoundaries/raw/9469f09/releaseData/gbOpen/VNM/ADM2/geoBoundaries-VNM-ADM2.geojson';
  const meta: Reply = {
    type: 'application/json',
    body: JSON.stringify({ boundaryLicense: 'CC BY 3.0 IGO', boundaryYearRepresented: '2016', gjDownloadURL: raw }),
  };
  const shapes = collection([
    { type: 'Feature', properties: { shapeName: 'Đại Từ', shapeID: 'x1', shapeISO: '' }, geometry: units[0].geometry },
  ]);
  const routes: Route[] = [
    [/^www\.geoboundaries\.org\/api\/current\/gbOpen\/VNM\/ADM2\/$/, () => meta],
    [
      /^media\.githubusercontent\.com\/media\/wmgeolab\/geoBoundaries\/9469f09\/.*ADM2\.geojson$/,
      () => ({ ...shapes, isFile: true }),
    ],
  ];

  it('are taken from where a page may follow, under the licence of their layer', async () => {
    const given = await geoBoundariesUnits(aNet(await serve(routes)), 'VNM', 'ADM2');
    expect(given).toMatchObject({ licence: 'CC BY 3.0 IGO', year: '2016', units: [{ code: 'x1', name: 'Đại Từ' }] });
  });

  it('are refused where a pointer comes in place of the file', async () => {
    const server = await serve(routes);
    server.fault({ when: /^media/, reply: { body: lfs }, times: 9 });
    expect(await ruleOf(geoBoundariesUnits(aNet(server), 'VNM', 'ADM2'))).toBe('source-pointer');
  });

  it.skipIf(!hasSamples('boundaries/geoboundaries-gbOpen-USA-ADM1.json'))('answer as it was recorded', async () => {
    const server = await serve([
      [
        /gbOpen\/USA\/ADM1\/$/,
        () => ({ body: sample('boundaries/geoboundaries-gbOpen-USA-ADM1.json'), type: 'application/json' }),
      ],
      [
        /^media\..*\/9469f09\/releaseData\/gbOpen\/USA\/ADM1\/geoBoundaries-USA-ADM1\.geojson$/,
        () => ({ ...shapes, isFile: true }),
      ],
    ]);
    const given = await geoBoundariesUnits(aNet(server), 'USA', 'ADM1');
    expect(given).toMatchObject({ licence: 'Public Domain', year: '2018' });
  });
});

describe('GADM', () => {
  const features = ['Thái Nguyên', 'HàNội'].map((province, i) => ({
    type: 'Feature',
    properties: { GID_3: `VNM.5${i}.1.1_1`, NAME_1: province, NAME_2: 'x', NAME_3: 'SảngMộc', VARNAME_3: 'SangMoc' },
    geometry: units[i].geometry,
  }));

  it('gives the communes of one province of a country’s file', async () => {
    const server = await serve([[/gadm41_VNM_3\.json$/, () => ({ ...collection(features), isFile: true })]]);
    const found = await gadmCommunes(aNet(server), 'VNM', 'Thái Nguyên');
    expect(found.map(({ code, hasOfficialCode }) => [code, hasOfficialCode])).toEqual([['VNM.50.1.1_1', false]]);
    expect(await gadmCommunes(aNet(server), 'VNM', 'Hà Nội')).toHaveLength(1);
  });
});

describe('OpenCelliD', () => {
  const rows = [
    'LTE,452,4,25112,10322176,120,105.82,21.62,1200,40,1,1459692342,1488347104,0',
    'GSM,452,2,10068,5293,0,105.83,21.63,1000,2,1,1459692342,1488347104,0',
    'UMTS,452,1,7,131073,-1,106.9,20.9,900,5,1,1459692342,1488347104,0',
    'LTE,452,4,1',
    'WIMAX,452,4,1,1,1,105.8,21.6,1,1,1,1,1,1',
  ];
  const heading = 'radio,mcc,net,area,cell,unit,lon,lat,range,samples,changeable,created,updated,averageSignal';
  const box = [105.8, 21.6, 105.9, 21.7] as const;
  const wish = { mcc: '452', token: 'hush', box };
  const packed = (lines: readonly string[]) => gzipSync(new TextEncoder().encode(`${lines.join('\n')}\n`));
  const route = (reply: Reply): Route => [
    /^opencellid\.org\/ocid\/downloads\?token=hush&type=mcc&file=452\.csv\.gz$/,
    () => reply,
  ];

  it.each([
    ['without a heading', rows],
    ['with one', [heading, ...rows]],
  ])('gives the cells of a box from its list %s', async (_, lines) => {
    const server = await serve([route({ body: packed(lines), isFile: true })]);
    expect(await openCellIdCells(aNet(server), wish)).toEqual([
      {
        technology: '4G',
        mccMnc: '452-04',
        area: 25_112,
        cell: 10_322_176,
        position: [105.82, 21.62],
        rangeM: 1200,
        samples: 40,
      },
      {
        technology: '2G',
        mccMnc: '452-02',
        area: 10_068,
        cell: 5293,
        position: [105.83, 21.63],
        rangeM: 1000,
        samples: 2,
      },
    ]);
  });

  it.each([
    ['RATE_LIMITED', 'source-daily'],
    ['INVALID_TOKEN', 'source-token'],
    ['<html>Cloudflare</html>', 'source-form'],
  ])('that answers %s under a status that says all is well is asked once, and nothing is kept', async (body, rule) => {
    const server = await serve([route({ body, type: 'text/plain' })]);
    const cache = createCache(memoryStore());
    const error = await openCellIdCells(aNet(server, { cache }), wish).catch((reason) => reason);
    expect(error.problems[0].rule).toBe(rule);
    expect(`${error.message} ${JSON.stringify(error.problems)}`).not.toContain('hush');
    expect(server.asked).toHaveLength(1);
    expect(await cache.find(error.problems[0].place)).toBeNull();
  });

  it('in a packed file with a wrong checksum is refused', async () => {
    const wrong = packed(rows);
    wrong[wrong.length - 5] ^= 255;
    wrong[wrong.length - 8] ^= 255;
    const server = await serve([route({ body: wrong, isFile: true })]);
    expect(['source-checksum', 'source-cut', 'source-large']).toContain(
      await ruleOf(openCellIdCells(aNet(server), wish)),
    );
  });

  it.skipIf(!hasSamples('opencellid/651.csv.gz', 'opencellid/452-one-row.csv'))('as its files are', async () => {
    const net = aNet(await serve([]));
    const everywhere = { mcc: '', token: null, box: [-180, -90, 180, 90] as const };
    const lesotho = await openCellIdCells(net, everywhere, [sampleFile('opencellid/651.csv.gz')]);
    const count = (technology: string) => lesotho.filter((cell) => cell.technology === technology).length;
    expect([lesotho.length, count('3G'), count('2G'), count('4G')]).toEqual([600, 407, 192, 1]);
    const hanoi = await openCellIdCells(net, everywhere, [sampleFile('opencellid/452-one-row.csv')]);
    expect(hanoi).toMatchObject([{ mccMnc: '452-01', position: [105.803_146_4, 20.959_854_13] }]);
  });
});

describe('a regional file of OpenStreetMap', () => {
  const square = [
    [105.8, 21.6],
    [105.81, 21.6],
    [105.81, 21.61],
    [105.8, 21.61],
  ];
  const corners = square.map(([lon, lat], i) => ({ type: 'node' as const, id: 100 + i, lat, lon }));
  const boundary = { boundary: 'administrative', admin_level: '8', name: 'Xã Vuông' };
  const bytes = aPbf(
    [
      ...corners,
      node(7, [105.805, 21.605], { place: 'hamlet', name: 'Xóm Giữa' }) as never,
      node(8, [107, 22], { place: 'hamlet', name: 'Xa' }) as never,
      { type: 'way', id: 20, tags: {} },
      { type: 'way', id: 21, tags: { highway: 'track' } },
      { type: 'relation', id: 30, tags: boundary, members: [{ type: 'way', ref: 20, role: 'outer' }] },
      {
        type: 'relation',
        id: 31,
        tags: boundary,
        members: [
          { type: 'way', ref: 20, role: 'outer' },
          { type: 'way', ref: 99, role: 'outer' },
        ],
      },
    ],
    { 20: [100, 101, 102, 103, 100], 21: [100, 102] },
  );

  it('answers as a server would, gaps where its edge cuts a boundary included', () => {
    const { elements, timestamp } = readOsmPbf(
      { name: 'x.osm.pbf', bytes },
      ['boundaries', 'places', 'roads'],
      [105.7, 21.5, 105.9, 21.7],
    );
    expect(timestamp).toBe('2023-11-14T22:13:20Z');
    expect(elements.map(({ type, id }) => `${type}/${id}`)).toEqual(['node/7', 'relation/30', 'relation/31', 'way/21']);
    expect(elements[0]).toMatchObject({ lat: 21.605, lon: 105.805, tags: { name: 'Xóm Giữa' } });
    expect(elements[1]).toMatchObject({
      members: [{ geometry: [...corners, corners[0]].map(({ lat, lon }) => ({ lat, lon })) }],
    });
    expect(elements[2]).toMatchObject({ members: [{}, { geometry: [null] }] });
  });
});
