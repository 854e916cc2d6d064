import { describe, expect, test } from 'vitest';
import { type CommandIo, UsageError } from '../../src/cli/command.ts';
import { pathCommand } from '../../src/cli/path/path.ts';
import { explainOverPack } from '../../src/cli/path/path-explain.ts';
import { pathOptions } from '../../src/cli/path/path-options.ts';
import { destination } from '../../src/geo/distance.ts';
import { cellIndexAt, gridCovering } from '../../src/geo/grid.ts';
import { loadCommandTexts } from '../../src/i18n/load.ts';
import type { LayerName, PackManifest, Provenance } from '../../src/model/pack.ts';
import type { LonLat } from '../../src/model/place.ts';

const texts = { vi: await loadCommandTexts('vi'), en: await loadCommandTexts('en') };

const west: LonLat = [105.7, 21.6];
const east = destination(west, 90, 10_000);
const ridge = destination(west, 90, 4_000);
const end = (position: LonLat, heightM: number) => `${position.join(',')},${heightM}`;

/** Level ground at 100 m under forest, a ridge of `ridgeM` across it 4 km east of the mast. */
const packWith = (ridgeM: number, change: Partial<PackManifest> = {}) => {
  const boundingBox = [105.6, 21.55, 105.9, 21.65] as const;
  const grid = gridCovering(boundingBox, 12);
  const terrain = { grid, data: new Int16Array(grid.width * grid.height).fill(100) };
  const column = cellIndexAt(grid, ...ridge) % grid.width;
  for (let row = 0; row < grid.height; row++) {
    terrain.data.fill(ridgeM, row * grid.width + column - 1, row * grid.width + column + 2);
  }
  const landCover = { grid, data: new Uint8Array(grid.width * grid.height).fill(5) };
  const provenance = { kind: 'synthetic', source: 'made for a test', date: '2020', licence: 'none' } as Provenance;
  const manifest = {
    title: 'Gói thử',
    titleEn: 'Test pack',
    boundingBox,
    terrainModel: 'bare',
    provenance: { terrain: provenance, landcover: provenance } as Record<LayerName, Provenance>,
    ...change,
  } as PackManifest;
  return { manifest, terrain, landCover };
};

const explained = (pack: ReturnType<typeof packWith>, ...more: string[]): string => {
  const args = ['--pack', 'x', '--from', end(west, 40), '--to', end(east, 40), '--f', '1800', ...more];
  const options = pathOptions(args);
  if (options.mode !== 'explain') throw new Error('not a path');
  return explainOverPack(pack, options, texts[options.language]);
};

describe('path explained in words', () => {
  test('names the ridge, where it stands, and what kind of data said so', () => {
    const text = explained(packWith(200), '--lang', 'en');
    expect(text).toMatch(/blocked\. The obstacle at (3\.9\d|4\.0\d) km: ground 200 m, clutter 15 m/);
    expect(text).toContain('synthetic terrain (made for a test)');
    expect(text).toContain('10.00 km apart, azimuth 90.0°');
    expect(text).toMatch(/Free space +117\.5 dB/);
  });

  test('is Vietnamese unless asked otherwise, with its decimal comma', () => {
    const text = explained(packWith(200));
    expect(text).toMatch(/Bị che khuất\. Vật cản ở (3,9\d|4,0\d) km/);
    expect(text).toMatch(/Không gian tự do +117,5 dB/);
  });

  test('tells of terms that add up to the total', () => {
    const text = explained(packWith(200), '--lang', 'en', '--locations', '90');
    const [freeSpace, diffraction, together, others, locations, total] = [...text.matchAll(/([−\d.]+) dB$/gm)].map(
      ([, value]) => Number(value.replace('−', '-')),
    );
    expect(freeSpace + diffraction).toBeCloseTo(together, 0);
    expect(together + others + locations).toBeCloseTo(total, 0);
    expect(locations).toBeGreaterThan(2);
  });

  test('warns outside the range of the model', () => {
    expect(explained(packWith(100), '--lang', 'en', '--f', '7000')).toContain(
      'frequency (MHz) 7000.00, range 30.00 to',
    );
  });
});

describe('path explained as data', () => {
  test('carries the profile and every term', () => {
    const data = JSON.parse(explained(packWith(200), '--json'));
    expect(data.lineOfSight).toBe(false);
    expect(data.worst.distanceKm).toBeCloseTo(4, 1);
    expect(data.profile[data.worst.index - 1]).toEqual(data.worst);
    expect(data.terms.Lbd50).toBeCloseTo(data.terms.Lbfs + data.terms.Ld50, 9);
    expect(data.ground.terrainKind).toBe('synthetic');
  });

  test('adds clutter to bare ground only, and not when told to leave it out', () => {
    const clutterOf = (pack: ReturnType<typeof packWith>, ...more: string[]) =>
      JSON.parse(explained(pack, '--json', ...more)).worst.clutterM;
    expect(clutterOf(packWith(200))).toBe(15);
    expect(clutterOf(packWith(200), '--no-clutter')).toBe(0);
    expect(clutterOf(packWith(200, { terrainModel: 'surface' }))).toBe(0);
  });
});

describe('a path by the Irregular Terrain Model', () => {
  test('tells of terms that add up, and of ITU-R P.1812 beside them', () => {
    const text = explained(packWith(200), '--lang', 'en', '--model', 'itm');
    expect(text).toContain('Irregular Terrain Model (Longley-Rice): 1800 MHz');
    expect(text).toMatch(/blocked\. The obstacle at (3\.9\d|4\.0\d) km/);
    const [freeSpace, reference, variability, total, p1812, more] = [...text.matchAll(/([−\d.]+) dB$/gm)].map(
      ([, value]) => Number(value.replace('−', '-')),
    );
    expect(freeSpace + reference + variability).toBeCloseTo(total, 0);
    expect(total - p1812).toBeCloseTo(more, 0);
    expect(text).toContain(
      'Assumed: climate 3 (maritime subtropical), N0 = 370 N-units, ground ε = 15.0, σ = 0.005 S/m.',
    );
  });

  test('says it in Vietnamese, and where it lies outside the model’s ranges', () => {
    const text = explained(packWith(1200), '--model', 'itm');
    expect(text).toContain('khí hậu 3 (cận nhiệt đới biển)');
    expect(text).toMatch(
      /Ngoài phạm vi của ITM: góc chân trời của một anten \(mrad\) 2\d\d,\d\d, phạm vi −200,00 đến 200,00/,
    );
  });

  test('carries as data what the tables of cases do', () => {
    const data = JSON.parse(explained(packWith(200), '--json', '--model', 'itm', '--situations', '90'));
    expect(data.settings).toMatchObject({ model: 'itm', climate: 3, refractivityN0: 370, situationPercent: 90 });
    expect(data.terms.A_dB).toBeGreaterThan(data.terms.Afs_dB + data.terms.Aref_dB + 5);
    expect(data.terms.code).toBe(data.terms.warnings === 0 ? 0 : 1);
    expect(data.p1812.Lbd50).toBeGreaterThan(data.terms.Afs_dB);
    expect(data.profile[data.worst.index - 1]).toEqual(data.worst);
  });

  test('stands on clutter, and not when told to leave it out', () => {
    const lossOf = (...more: string[]) =>
      JSON.parse(explained(packWith(200), '--json', '--model', 'itm', ...more)).terms.A_dB;
    expect(lossOf()).toBeGreaterThan(lossOf('--no-clutter'));
  });

  test.each([
    [['--model', 'itm', '--climate', '8'], "--climate must be 1 or 2 or 3 or 4 or 5 or 6 or 7, not '8'"],
    [['--model', 'itm', '--mdvar', '4'], '--mdvar must be 0 or 1 or 2 or 3 or 10'],
    [['--model', 'itm', '--n0', '500'], "--n0 must be a number from 250 to 400, not '500'"],
    [['--model', 'itm', '--dn', '45'], '--dn is no option of --model itm'],
    [['--climate', '3'], '--climate is an option of --model itm'],
    [['--model', 'hata'], "--model must be p1812 or itm, not 'hata'"],
    [['--model', 'itm', '--f', '30000'], '--f must be a number from 20 to 20000 for --model itm'],
    [['--model', 'itm', '--to', end(east, 0.3)], '--to HEIGHT must be 0.5 m or more for --model itm'],
  ])('%j is refused', (more, message) => {
    expect(() => explained(packWith(100), ...more)).toThrow(UsageError);
    expect(() => explained(packWith(100), ...more)).toThrow(message);
  });
});

describe('a path that cannot be', () => {
  test('over a folder that holds no pack names the file that is missing', async () => {
    const io: CommandIo = {
      stdout: () => {},
      stderr: () => {},
      interactive: false,
      signal: new AbortController().signal,
    };
    const args = ['--pack', 'no/such/folder', '--from', end(west, 40), '--to', end(east, 40), '--f', '1800'];
    await expect(pathCommand.run(args, io)).rejects.toMatchObject({
      problems: [{ file: 'no/such/folder/pack.json', rule: 'missing-file' }],
    });
  });

  test('off the terrain is refused with the terrain’s extent', () => {
    const args = ['--pack', 'x', '--from', '104,21.6,40', '--to', end(east, 40), '--f', '1800'];
    const options = pathOptions(args);
    if (options.mode !== 'explain') throw new Error('not a path');
    expect(() => explainOverPack(packWith(100), options, texts.vi)).toThrow(
      /--from 104,21.6 lies where .* 105.6, 21.55/,
    );
  });

  const whole = ['--pack', 'x', '--from', end(west, 40), '--to', end(east, 40), '--f', '1800'];
  const without = (option: string) => whole.toSpliced(whole.indexOf(option), 2);

  test.each([
    [without('--to'), '--to is missing'],
    [[], '--pack is missing'],
    [['--cases', 'a.csv'], '--profiles is missing'],
    [['--cases', 'a.csv', '--profiles', 'b', '--pack', 'c'], 'not both'],
    [[...whole, '--f', 'fast'], "--f must be a number from 1 to 100000, not 'fast'"],
    [
      [...whole, '--from', '105,21'],
      "--from must be LON,LAT,HEIGHT (degrees, degrees, metres above ground), not '105,21'",
    ],
    [[...whole, '--from', '105,91,40'], "--from LAT must be a number from -85 to 85, not '91'"],
    [[...whole, '--time', '60'], "--time must be a number from 1 to 50, not '60'"],
    [[...whole, '--lang', 'fr'], "--lang must be vi or en, not 'fr'"],
  ])('%j says what is wrong', (args, message) => {
    expect(() => pathOptions(args)).toThrow(message);
    expect(() => pathOptions(args)).toThrow(UsageError);
  });
});
