import type { RadialSweep } from '../../src/coverage/sweep/radial-sweep.ts';
import { radialsAround } from '../../src/coverage/sweep/radials.ts';
import { type SweepTerrain, sweepTerrainAt } from '../../src/coverage/sweep/sweep-terrain.ts';
import { cellMetres } from '../../src/geo/grid.ts';
import { terrainHeightM } from '../../src/geo/sample.ts';
import type { LonLat } from '../../src/model/place.ts';
import { p1812 } from '../../src/radio/p1812/p1812.ts';
import { linesOver, pathOf, plainLossDb, profileOf, type SweptSite, sweepRadials } from '../coverage/sweep/plain.ts';
import { builtInPack } from '../support/built-in-pack.ts';
import { seededRandom } from '../support/random.ts';
import { cpuMs, type Print, spread } from './measure.ts';

const samplesARadial = 500;
const rounds = 7;
/** Whole paths are slow: they are taken on every so-manieth batch of lines. */
const everyth = 64;

/** Samples of the lines that lead from a site to the rim of its radials. */
const samplesOf = ({ grid }: SweepTerrain, { position }: SweptSite, radiusKm: number): number =>
  radialsAround(grid, position, radiusKm)!.sectors.reduce((sum, { count }) => sum + count.reduce((a, b) => a + b), 0);

/** Processor time of a sweep around a site, a sample and a cell given a loss; then of whole paths on some lines. */
const measure = (ground: SweepTerrain, lines: RadialSweep, site: SweptSite) => {
  let cells = 0;
  let sum = 0;
  const sweep = (): number =>
    cpuMs(() => {
      cells = 0;
      sweepRadials(lines, site, 1, ({ lines: { results }, count }) => {
        cells += count;
        for (let r = 0; r < count; r++) sum += results.lossDb[r];
      });
    });
  // whole paths of the place before have left nothing of the ground near
  const sweepMs = spread([sweep(), sweep(), sweep()]).median;
  let plainCells = 0;
  let plainMs = 0;
  let p1812Ms = 0;
  let p1812Cells = 0;
  sweepRadials(lines, site, everyth, (walked) => {
    plainMs += cpuMs(() => {
      for (let r = 0; r < walked.count; r++) sum += plainLossDb(walked, r, site);
    });
    plainCells += walked.count;
    p1812Ms += cpuMs(() => {
      for (let r = 0; r < walked.count; r += 8) {
        if (pathOf(walked, r).sample < 2) continue;
        p1812Cells++;
        sum += p1812({
          profile: profileOf(walked, r, site),
          frequencyMHz: site.frequencyMHz,
          timePercent: 50,
          txHeightM: site.heightM,
          rxHeightM: site.receiverM,
          polarisation: 'vertical',
          pathCentreLatitudeDeg: 21.6,
          deltaN: 39.3,
          refractivityN0: 350,
        }).lossDb;
      }
    });
  });
  return {
    nsASample: (sweepMs * 1e6) / samplesOf(ground, site, lines.radiusKm),
    nsACell: (sweepMs * 1e6) / cells,
    plainNsACell: (plainMs * 1e6) / plainCells,
    p1812NsACell: (p1812Ms * 1e6) / p1812Cells,
    // what was computed must not be left out by the compiler
    sum,
  };
};

/** Nanoseconds of the sweep beside the whole path taken anew at every cell, in one run. */
export const run = async (print: Print): Promise<void> => {
  const pack = await builtInPack();
  const random = seededRandom(11);
  const hills = sweepTerrainAt(pack.terrain, pack.landCover, 12);
  const bare = sweepTerrainAt(pack.terrain, null, 12);
  const flatTerrain = { ...pack.terrain, data: new Int16Array(pack.terrain.data.length).fill(60) };
  const flat = sweepTerrainAt(flatTerrain, null, 12);
  const cellKm = cellMetres(12, 21.6).eastM / 1000;
  const siteAt = (position: LonLat, terrain: typeof pack.terrain): SweptSite => ({
    position,
    groundElevationM: terrainHeightM(terrain, ...position),
    heightM: 40,
    receiverM: 1.5,
    frequencyMHz: 1840,
  });
  const places = Array.from({ length: rounds }, () => pack.sites[Math.floor(random() * pack.sites.length)].position);
  // once unmeasured, for the compiler
  measure(hills, linesOver(hills, 5), siteAt(places[0], pack.terrain));
  measure(flat, linesOver(flat, 5), siteAt(places[0], flatTerrain));

  const medians = new Map<string, number>();
  for (const [name, ground, terrain] of [
    ['hills with clutter', hills, pack.terrain],
    ['bare hills', bare, pack.terrain],
    ['flat', flat, flatTerrain],
  ] as const) {
    const lines = linesOver(ground, samplesARadial * cellKm);
    const measured = places.map((place) => measure(ground, lines, siteAt(place, terrain)));
    const sweep = spread(measured.map(({ nsASample }) => nsASample));
    medians.set(name, sweep.median);
    print({
      measure: 'sweep',
      ground: name,
      samplesARadial,
      nsASample: sweep,
      nsACell: spread(measured.map(({ nsACell }) => nsACell)),
      wholePathNsACell: spread(measured.map(({ plainNsACell }) => plainNsACell)),
      timesFasterThanWholePath: spread(measured.map((m) => m.plainNsACell / m.nsACell)),
      wholeP1812NsACell: spread(measured.map(({ p1812NsACell }) => p1812NsACell)),
      timesFasterThanWholeP1812: spread(measured.map((m) => m.p1812NsACell / m.nsACell)),
      sampleByWholePath: spread(measured.map((m) => m.plainNsACell / m.nsASample)),
    });
  }
  print({
    measure: 'flat over hills',
    ratio: Number((medians.get('flat')! / medians.get('hills with clutter')!).toFixed(2)),
  });
};
