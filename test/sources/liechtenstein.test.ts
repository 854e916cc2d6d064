// @module-tag slow
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { area } from '@turf/turf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDataCommand } from '../../src/cli/data/data.ts';
import { main } from '../../src/cli/main.ts';
import { readPackFolder } from '../../src/cli/pack-folder.ts';
import type { Pack } from '../../src/model/pack.ts';
import { readBoundaries } from '../../src/sources/osm/boundaries.ts';
import { readOsmJson } from '../../src/sources/osm/elements.ts';
import { hasTime } from '../support/budget.ts';
import { fastWait } from './a-net.ts';
import { overpassRoute, terrariumRoute } from './answers.ts';
import { hasSamples, sample } from './samples.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

const samples = {
  boundaries: 'overpass/admin8-liechtenstein-out-geom.json',
  country: 'overpass/admin2-liechtenstein-out-geom.json',
  places: 'overpass/places-liechtenstein.json',
  masts: 'overpass/towers-liechtenstein-out-center.json',
  roads: 'overpass/highways-liechtenstein-south-out-geom.json',
};

/** The Rhine valley in the west, mountains in the east: nothing of it is measured. */
const heightAt = (lon: number, lat: number): number => {
  const east = Math.min(7, Math.max(0, lon - 9.51) * 75);
  return 440 + (47.28 - lat) * 120 + 220 * east ** 1.3 + 40 * Math.sin(lon * 700) * Math.cos(lat * 500);
};

const io = () => {
  const said = { stdout: '', stderr: '' };
  return {
    said,
    stdout: (text: string) => {
      said.stdout += text;
    },
    stderr: (text: string) => {
      said.stderr += text;
    },
    interactive: false,
    signal: new AbortController().signal,
  };
};

describe.skipIf(!hasSamples(...Object.values(samples)))('Liechtenstein, from nothing but its samples', () => {
  let folder: string;
  let server: StandIn;
  let pack: Pack;
  beforeAll(async () => {
    const elements = (name: keyof typeof samples) => readOsmJson(sample(samples[name]))!.elements;
    server = await startStandIn([
      terrariumRoute(heightAt),
      overpassRoute({
        boundaries: elements('boundaries'),
        places: elements('places'),
        masts: elements('masts'),
        roads: elements('roads'),
        timestamp: '2015-07-27T21:14:01Z',
      }),
    ]);
    folder = mkdtempSync(join(tmpdir(), 'liechtenstein-'));
    const [country] = readBoundaries(elements('country')).units;
    const outline = { type: 'Feature', properties: { name: country.name }, geometry: country.geometry };
    writeFileSync(join(folder, 'outline.geojson'), JSON.stringify({ type: 'FeatureCollection', features: [outline] }));
    const at = io();
    const code = await createDataCommand(fastWait).run(
      [
        ...['--area', join(folder, 'outline.geojson'), '--sources', 'overpass,terrarium'],
        ...Object.entries(server.addresses).flatMap(([source, url]) => ['--address', `${source}=${url}`]),
        ...['--cache', join(folder, 'cache'), '--out', join(folder, 'liechtenstein')],
      ],
      at,
    );
    expect([code === 0 ? '' : at.said.stderr, server.offences]).toEqual(['', []]);
    expect(at.said.stderr).toContain('nothing mapped here, which does not mean that there is nothing');
    ({ pack } = await readPackFolder(join(folder, 'liechtenstein'), io()));
  });
  afterAll(async () => {
    await server?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  it('has its eleven communes, exclaves and holes included, in one country without districts', () => {
    const { communes, districts, province, manifest } = pack;
    expect(communes.features.map(({ properties }) => properties.name).sort()).toEqual([
      ...[
        'Balzers',
        'Eschen',
        'Gamprin',
        'Mauren',
        'Planken',
        'Ruggell',
        'Schaan',
        'Schellenberg',
        'Triesen',
        'Triesenberg',
        'Vaduz',
      ],
    ]);
    const vaduz = communes.features.find(({ properties }) => properties.name === 'Vaduz')!;
    expect(vaduz.geometry.coordinates).toHaveLength(7);
    expect(communes.features.reduce((sum, commune) => sum + area(commune), 0) / 1e6).toBeCloseTo(160.06, 1);
    expect(area(province) / 1e6).toBeCloseTo(160.06, 1);
    expect(districts.features.map(({ properties }) => properties.name)).toEqual(['Liechtenstein']);
    expect(manifest).toMatchObject({
      id: 'liechtenstein',
      vintage: '2015',
      date: '2015-07-27',
      terrainCoveredShare: 1,
    });
  });

  it('has the people that mapped places state, and nothing of Vietnam but its facts', () => {
    const people = pack.communes.features.reduce((sum, { properties }) => sum + properties.population, 0);
    // eleven villages and Nendeln by their tags
    expect(people).toBe(430 + 1357 + 1037 + 5933 + 1636 + 4913 + 4539 + 2634 + 2065 + 5229 + 4284 + 4138);
    const names = pack.hamlets.filter(({ origin }) => !origin?.synthetic).map(({ name }) => name);
    expect(names).toContain('Malbun');
    expect(names).toContain('Vaduz');
    expect(names).not.toContain('Sassfürkle');
    const texts = [
      ...pack.hamlets.map(({ name }) => name),
      ...pack.points.features.map(({ properties }) => properties.name),
    ];
    expect(texts.filter((text) => /Xóm|Bản|UBND|Trường/.test(text))).toEqual([]);
    expect(pack.facts.indicators).toEqual([]);
    expect(pack.areas.features).toEqual([]);
    expect(pack.roads.features.length).toBeGreaterThan(300);
  });

  it.runIf(hasTime)('has a report in every language, with attribution and licence', async () => {
    for (const lang of ['en', 'vi']) {
      const out = join(folder, `report-${lang}`);
      const args = [
        '--pack',
        join(folder, 'liechtenstein'),
        '--lang',
        lang,
        '--format',
        'html,docx,csv,geojson',
        '--out',
        out,
      ];
      expect(await main(['report', ...args], io())).toBe(0);
      expect(readdirSync(out)).toEqual(expect.arrayContaining(['report.html', 'report.docx', 'findings.json']));
      const page = readFileSync(join(out, 'report.html'), 'utf8');
      expect(page).toContain('Open Database License');
      expect(page).toContain('Triesenberg');
    }
    expect(existsSync(join(folder, 'report-en', 'tables'))).toBe(true);
  });
});
