// @module-tag slow
import { area } from '@turf/turf';
import { afterEach, describe, expect, it } from 'vitest';
import { areaOfRings, closeRings } from '../../src/geo/rings.ts';
import { createCache } from '../../src/sources/cache/cache.ts';
import { memoryStore } from '../../src/sources/cache/store.ts';
import { readBoundaries } from '../../src/sources/osm/boundaries.ts';
import { type OsmRelation, readOsmJson } from '../../src/sources/osm/elements.ts';
import { readPlaces, readPowerLines, readRoads, readSites } from '../../src/sources/osm/features.ts';
import { readOsmPbf } from '../../src/sources/osm-pbf.ts';
import { askOverpass, readOverpassFiles } from '../../src/sources/overpass.ts';
import { fc } from '../support/fast-check.ts';
import { aNet } from './a-net.ts';
import { node, overpassRoute, way } from './answers.ts';
import { hasSamples, sample, sampleFile } from './samples.ts';
import { smallOsm } from './small-world.ts';
import { type Reply, type StandIn, startStandIn } from './stand-in.ts';

let open: StandIn | undefined;
afterEach(async () => {
  expect(open?.offences ?? []).toEqual([]);
  await open?.close();
  open = undefined;
});

const box = [105.8, 21.6, 105.9, 21.7] as const;
const html = (words: string, status = 200): Reply => ({
  status,
  type: 'text/html; charset=utf-8',
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<html><body><p><strong>Error</strong>: ${words}</p></body></html>`,
});
const withRemark = (remark: string): Reply => ({
  type: 'application/json',
  body: JSON.stringify({
    version: 0.6,
    elements: [node(9, [105.85, 21.65], { place: 'village', name: 'half' })],
    remark,
  }),
});
const timedOut = 'runtime error: Query timed out in "query" at line 4 after 2 seconds.';
const outOfMemory =
  'runtime error: Query ran out of memory in "query" at line 4. It would need at least 2048 MB of RAM to continue.';

describe('Overpass', () => {
  it.each([
    ['a remark that it timed out', withRemark(timedOut)],
    ['a remark that memory ran out', withRemark(outOfMemory)],
    ['a page that says so, under 200', html(timedOut)],
  ])('is asked for quarters after %s, and the half answer is not used', async (_, reply) => {
    open = await startStandIn([overpassRoute(smallOsm)]);
    open.fault({ when: /"place"/, reply });
    const cache = createCache(memoryStore());
    const { elements } = await askOverpass(aNet(open, { cache }), 'places', box);
    expect(elements.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
    expect(open.asked).toHaveLength(5);
    await askOverpass(aNet(open, { cache }), 'places', box);
    expect(open.asked).toHaveLength(5);
  });

  it('gives up what is too much even in small parts, and does not remember that for ever', async () => {
    open = await startStandIn([overpassRoute(smallOsm)]);
    const cache = createCache(memoryStore());
    open.fault({ when: /"place"/, reply: withRemark(timedOut), times: 500 });
    await expect(askOverpass(aNet(open, { cache }), 'places', box)).rejects.toMatchObject({
      problems: [{ rule: 'source-too-much' }],
    });
    open.endFaults();
    expect((await askOverpass(aNet(open, { cache }), 'places', box)).elements).toHaveLength(5);
  });

  it.each([
    [
      'a dispatcher that is turned off',
      html('The dispatcher (i.e. the database management system) is turned off.', 504),
    ],
    [
      'a server that is too busy',
      html(
        'open64: 0 Success Dispatcher_Client::request_read_and_idx::timeout. The server is probably too busy to handle your request.',
        504,
      ),
    ],
    [
      'a quota',
      html('open64: 0 Success Dispatcher_Client::request_read_and_idx::rate_limited. Please check /api/status', 429),
    ],
    ['JSON cut short', { type: 'application/json', body: '{"elements":[' }],
  ])('is asked again after %s', async (_, reply) => {
    open = await startStandIn([overpassRoute(smallOsm)]);
    open.fault({ when: /"place"/, reply, times: 2 });
    expect((await askOverpass(aNet(open), 'places', box)).elements).toHaveLength(5);
    expect(open.asked).toHaveLength(3);
  });

  it.each([
    [
      'a question it does not understand',
      html("line 2: parse error: ';' expected - 'out' found.", 400),
      'source-query',
    ],
    ['a caller it does not know', html('An appropriate representation could not be found', 406), 'source-agent'],
  ])('is not asked again after %s', async (_, reply, rule) => {
    open = await startStandIn([overpassRoute(smallOsm)]);
    open.fault({ when: /"place"/, reply, times: 9 });
    await expect(askOverpass(aNet(open), 'places', box)).rejects.toMatchObject({ problems: [{ rule }] });
    expect(open.asked).toHaveLength(1);
  });

  it('is told who asks: without that it answers nobody', async () => {
    const server = await startStandIn([overpassRoute(smallOsm)]);
    const anonymous = aNet(server, { identification: {} });
    await expect(askOverpass(anonymous, 'places', box)).rejects.toMatchObject({ problems: [{ rule: 'source-agent' }] });
    await server.close();
  });

  it('is asked for roads by quarters; a road in two of them comes once', async () => {
    open = await startStandIn([overpassRoute(smallOsm)]);
    const { elements } = await askOverpass(aNet(open), 'roads', box);
    expect(elements.map(({ id }) => id)).toEqual([21, 22, 23]);
    expect(open.asked).toHaveLength(4);
  });

  const errors = ['error-200-timeout-remark.json', 'error-200-out-of-memory-remark.json', 'error-200-timeout.html'];
  it.skipIf(!hasSamples(...errors.map((name) => `overpass/${name}`)))(
    'is understood in its recorded errors',
    async () => {
      for (const name of errors) {
        const server = await startStandIn([overpassRoute(smallOsm)]);
        const type = name.endsWith('json') ? 'application/json' : 'text/html; charset=utf-8';
        server.fault({ when: /"place"/, reply: { type, body: sample(`overpass/${name}`) } });
        expect((await askOverpass(aNet(server), 'places', box)).elements).toHaveLength(5);
        expect(server.asked).toHaveLength(5);
        await server.close();
      }
    },
  );

  it.skipIf(!hasSamples('overpass/error-400-not-utf8.html', 'overpass/error-429.html', 'overpass/error-504.html'))(
    'is understood in its recorded pages, bytes that are no text included',
    async () => {
      const page = (name: string, status: number): Reply => ({
        status,
        type: 'text/html',
        body: sample(`overpass/${name}`),
      });
      const ruleFor = async (reply: Reply) => {
        const server = await startStandIn([overpassRoute(smallOsm)]);
        server.fault({ when: /"place"/, reply, times: 9 });
        const error = await askOverpass(aNet(server), 'places', box).catch(
          (reason: { problems: { rule: string }[] }) => reason,
        );
        await server.close();
        return [(error as { problems: { rule: string }[] }).problems[0].rule, server.asked.length];
      };
      expect(await ruleFor(page('error-400-not-utf8.html', 400))).toEqual(['source-query', 1]);
      expect(await ruleFor(page('error-429.html', 429))).toEqual(['source-busy', 4]);
      expect(await ruleFor(page('error-504.html', 504))).toEqual(['source-failed', 4]);
    },
  );
});

const answer = (elements: readonly object[]) => readOsmJson(new TextEncoder().encode(JSON.stringify({ elements })))!;

describe('what OpenStreetMap holds', () => {
  it('has holes and exclaves of boundaries whatever way their lines run', () => {
    const { units, open: left } = readBoundaries(answer(smallOsm.boundaries ?? []).elements);
    expect(left).toEqual([]);
    expect(units.map(({ name, type, geometry }) => [name, type, geometry.type])).toEqual([
      ['Tây', 'xã', 'Polygon'],
      ['Đông', 'phường', 'MultiPolygon'],
      ['Bắc', 'xã', 'Polygon'],
    ]);
    const [west, east] = units;
    expect(west.geometry.coordinates).toHaveLength(2);
    expect(area(east.geometry)).toBeGreaterThan(
      area({ type: 'Polygon', coordinates: west.geometry.coordinates.slice(1) as never }),
    );
  });

  it('has boundaries that do not close: they are named and left out', () => {
    const [west] = smallOsm.boundaries as OsmRelation[];
    const short = { ...west, members: west.members?.slice(0, 2) };
    const holed = {
      ...west,
      id: 7,
      members: west.members?.map((one, i) => (i === 1 ? { ...one, geometry: [null, ...(one.geometry ?? [])] } : one)),
    };
    const { units, open: left } = readBoundaries(answer([short, holed]).elements);
    expect(units).toEqual([]);
    expect(left).toEqual(['Xã Tây (relation/101)', 'Xã Tây (relation/7)']);
  });

  it('has rings that touch themselves: they are cut where they do', () => {
    // a figure of eight through (1, 1)
    const eight = [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [2, 1],
        [2, 2],
        [1, 2],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
    ];
    const { rings, open: left } = closeRings(eight);
    expect(left).toEqual([]);
    expect(rings).toHaveLength(2);
    expect(areaOfRings(rings)?.type).toBe('MultiPolygon');
  });

  it('has the same area however its ring is cut into lines', () => {
    const ring = Array.from({ length: 24 }, (_, i) => [
      105 + Math.cos((i * Math.PI) / 12) / 10,
      21 + Math.sin((i * Math.PI) / 12) / 10,
    ]);
    const closed = [...ring, ring[0]];
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 23 }), { maxLength: 8 }),
        fc.infiniteStream(fc.boolean()),
        (cuts, turns) => {
          const stops = [0, ...cuts.sort((a, b) => a - b), 24];
          const lines = stops.slice(1).map((to, k) => closed.slice(stops[k], to + 1));
          const shuffled = lines.map((line) => (turns.next().value ? [...line].reverse() : line)).reverse();
          const { rings, open: left } = closeRings(shuffled);
          expect(left).toEqual([]);
          expect(area(areaOfRings(rings)!)).toBeCloseTo(area({ type: 'Polygon', coordinates: [closed] }), 3);
        },
      ),
    );
  });

  it('has places by name, whatever their rank, and none where nobody lives', () => {
    expect(readPlaces(answer(smallOsm.places ?? []).elements).map(({ name }) => name)).toEqual([
      'Xóm Trại',
      'Phố Mới',
      'Bản Thượng',
      'Ngoài ranh giới',
    ]);
    const strange = [
      node(1, [105, 21], { place: 'village' }),
      { type: 'way', id: 2, center: {}, tags: { place: 'hamlet', name: 'x' } },
    ];
    expect(readPlaces(answer(strange).elements)).toEqual([]);
  });

  it('has masts of telecommunications among its towers', () => {
    const masts = readSites(answer(smallOsm.masts ?? []).elements);
    expect(masts).toMatchObject([
      { id: 'node/11', operator: 'Viettel', heightM: 45 },
      { id: 'node/12', operator: null, heightM: null },
    ]);
    const lamp = node(1, [105, 21], { man_made: 'mast', 'tower:type': 'lighting' });
    const bare = node(2, [105, 21], { man_made: 'tower' });
    const phone = node(3, [105, 21], { man_made: 'tower', 'communication:mobile_phone': 'yes', height: '1,5 km' });
    expect(readSites(answer([lamp, bare, phone]).elements)).toMatchObject([{ id: 'node/3', heightM: null }]);
  });

  it('has power lines with their voltage', () => {
    const lines = [
      way(
        1,
        [
          [105, 21],
          [105, 22],
        ],
        { power: 'line', voltage: '110000;220000' },
      ),
      way(
        2,
        [
          [105, 21],
          [105, 22],
        ],
        { power: 'cable' },
      ),
    ];
    expect(readPowerLines(answer(lines).elements)).toMatchObject([{ id: 'W1', voltage: 220_000 }]);
  });

  it('may hold things of kinds we do not know, but none that is broken', () => {
    expect(answer([{ type: 'area', id: 3_600_000_001 }, node(1, [105, 21], {})]).elements).toHaveLength(1);
    for (const broken of [[{ type: 'node', id: 1, lat: 21 }], ['x'], [{ type: 'way', id: 'one' }]]) {
      expect(readOsmJson(new TextEncoder().encode(JSON.stringify({ elements: broken })))).toBeUndefined();
    }
    expect(() =>
      readOverpassFiles([
        { name: 'half.json', bytes: new TextEncoder().encode(JSON.stringify({ elements: [], remark: timedOut })) },
      ]),
    ).toThrow('half.json');
  });
});

describe.skipIf(!hasSamples('overpass/admin8-liechtenstein-out-geom.json', 'pbf/liechtenstein-2015.osm.pbf'))(
  'Liechtenstein as it was recorded',
  () => {
    const recorded = (name: string) => readOsmJson(sample(`overpass/${name}`))!.elements;

    it('has its eleven communes with the areas their own tags state', () => {
      const elements = recorded('admin8-liechtenstein-out-geom.json');
      const { units } = readBoundaries(elements);
      expect(units).toHaveLength(11);
      expect(
        units
          .filter(({ geometry }) => geometry.type === 'Polygon')
          .map(({ name }) => name)
          .sort(),
      ).toEqual(['Mauren', 'Ruggell', 'Schellenberg', 'Triesen']);
      for (const { code, geometry } of units) {
        const hectares = Number(elements.find(({ id }) => `R${id}` === code)?.tags?.['bfs:GEMFLAECHE']);
        expect(Math.abs(area(geometry) / 1e4 / hectares - 1)).toBeLessThan(0.005);
      }
      const [country] = readBoundaries(recorded('admin2-liechtenstein-out-geom.json')).units;
      expect(units.reduce((sum, unit) => sum + area(unit.geometry), 0)).toBeCloseTo(area(country.geometry), -1);
    });

    it('has the same in a file of its region, beside neighbours that are cut off', () => {
      const everywhere = [9, 47, 10, 48] as const;
      const file = sampleFile('pbf/liechtenstein-2015.osm.pbf');
      const { elements, timestamp } = readOsmPbf(file, ['boundaries', 'places', 'roads'], everywhere);
      expect(timestamp).toBe('2015-07-27T21:14:01Z');
      const fromFile = readBoundaries(elements);
      const fromServer = readBoundaries(recorded('admin8-liechtenstein-out-geom.json'));
      const areas = (units: typeof fromFile.units) =>
        new Map(units.map(({ code, geometry }) => [code, Math.round(area(geometry))]));
      for (const [code, size] of areas(fromServer.units)) expect(areas(fromFile.units).get(code)).toBe(size);
      expect(fromFile.open.length).toBeGreaterThan(10);
      expect(readPlaces(elements)).toEqual(readPlaces(recorded('places-liechtenstein.json')));
      const south = readRoads(recorded('highways-liechtenstein-south-out-geom.json'));
      const all = new Map(readRoads(elements).map((road) => [road.id, road]));
      expect(south.length).toBe(386);
      for (const road of south) expect(all.get(road.id)?.line.length).toBe(road.line.length);
    });

    it('has four towers, none of them of telecommunications', () => {
      expect(readSites(recorded('towers-liechtenstein-out-center.json'))).toEqual([]);
    });

    it('cut short or changed is refused with the place', () => {
      const { bytes, name } = sampleFile('pbf/liechtenstein-2015.osm.pbf');
      const read = (changed: Uint8Array) => () => readOsmPbf({ name, bytes: changed }, ['places'], [9, 47, 10, 48]);
      expect(read(bytes.subarray(0, 500_000))).toThrow('truncated');
      expect(read(new TextEncoder().encode('<osm></osm>'))).toThrow('not-this-format');
      expect(read(new Uint8Array())).toThrow('not-this-format');
    });

    it.skipIf(!hasSamples('pbf/sample-osm-binary.osm.pbf', 'pbf/bayfront-singapore-2019.osm.pbf'))(
      'is one of several files that are read',
      () => {
        const world = [-180, -90, 180, 90] as const;
        const roads = (name: string) =>
          readRoads(readOsmPbf(sampleFile(`pbf/${name}`), ['roads'], world).elements).length;
        expect([roads('sample-osm-binary.osm.pbf'), roads('bayfront-singapore-2019.osm.pbf')]).toEqual([26, 182]);
      },
    );
  },
);

it.skipIf(!hasSamples('overpass/places-vietnam-2017.json'))(
  'places of Vietnam in 2017 are 171, towns among them in name only',
  () => {
    const places = readPlaces(readOsmJson(sample('overpass/places-vietnam-2017.json'))!.elements);
    expect(places).toHaveLength(171);
    expect(places.every(({ name }) => name === name.normalize('NFC'))).toBe(true);
  },
);
