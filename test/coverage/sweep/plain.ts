import { RadialSweep } from '../../../src/coverage/sweep/radial-sweep.ts';
import { type Annulus, annuli, radialsAround, type Sector } from '../../../src/coverage/sweep/radials.ts';
import type { SweepTerrain } from '../../../src/coverage/sweep/sweep-terrain.ts';
import { pixelToLonLat } from '../../../src/geo/grid.ts';
import type { LonLat } from '../../../src/model/place.ts';
import { deltaBullington } from '../../../src/radio/diffraction/delta-bullington.ts';
import type { PathProfile } from '../../../src/radio/profile.ts';

const earthKm = 8500;

/** Lines over a ground that is there already. */
export const linesOver = (ground: SweepTerrain, radiusKm: number): RadialSweep =>
  new RadialSweep(ground.grid, radiusKm, ({ heights, clutterM }) => {
    heights.set(ground.heights);
    clutterM.set(ground.clutterM);
    return ground;
  });

/** A site to sweep around, and the receivers' height. */
export interface SweptSite {
  position: LonLat;
  groundElevationM: number;
  heightM: number;
  receiverM: number;
  frequencyMHz: number;
}

/** A batch of a sector that has been walked, and how many paths. */
export interface Walked {
  lines: RadialSweep;
  sector: Sector;
  batch: number;
  count: number;
}

/** One of its paths: the sample it ends at, of which line, and what the sweep says of it. */
export const pathOf = ({ lines: { columns, results }, sector, batch }: Walked, r: number) => {
  const i = results.lane[r];
  const sample = columns.sample[i >> 2];
  const lane = i & 3;
  const line = 4 * batch + lane;
  return {
    sample,
    lane,
    line,
    cell: columns.cell[i],
    km: ((sector.first + sample - 1) * sector.stepM[line]) / 1000,
    lineOfSight: results.lineOfSight[r] !== 0,
    lossDb: results.lossDb[r],
  };
};

/** The profile from the site to a sample of a line, as the path model takes it: both ends bare. */
const profileTo = ({ lines, sector, batch }: Walked, lane: number, k: number, site: SweptSite): PathProfile => {
  const distanceKm = new Float64Array(k + 1);
  const heightM = new Float64Array(k + 1).fill(site.groundElevationM);
  const clutterM = new Float64Array(k + 1);
  const stepKm = sector.stepM[4 * batch + lane] / 1000;
  for (let i = 1; i <= k; i++) {
    const d = (sector.first + i - 1) * stepKm;
    const over = lines.dtmM[4 * i + lane];
    distanceKm[i] = d;
    heightM[i] = lines.antennaM + over;
    // y' is terrain and clutter, less the bulge
    if (i < k) clutterM[i] = Math.round(lines.dsmM[4 * i + lane] + (500 * d * d) / earthKm - over);
  }
  return { distanceKm, heightM, clutterM, unknownShare: 0 };
};

/** The profile of a path. */
export const profileOf = (walked: Walked, r: number, site: SweptSite): PathProfile => {
  const { lane, sample } = pathOf(walked, r);
  return profileTo(walked, lane, sample, site);
};

/** Diffraction loss of the whole path, taken anew: the straightforward way. */
export const plainLossDb = (walked: Walked, r: number, site: SweptSite): number => {
  const { sample } = pathOf(walked, r);
  // next to the site there is nothing between the ends
  if (sample < 2) return 0;
  return deltaBullington({
    profile: profileOf(walked, r, site),
    frequencyMHz: site.frequencyMHz,
    txHeightM: site.heightM,
    rxHeightM: site.receiverM,
    polarisation: 'vertical',
    effectiveEarthRadiusKm: earthKm,
    seaShare: 0,
  }).lossDb;
};

/** Every `everyth` batch of a site's radials, walked, with the diffraction loss of every path to what they own. */
export const sweepRadials = (
  lines: RadialSweep,
  site: SweptSite,
  everyth: number,
  visit: (walked: Walked) => void,
  parts: readonly Annulus[] = annuli,
): void => {
  lines.plant(site.groundElevationM, site.heightM, site.receiverM);
  for (const annulus of parts) {
    const radials = radialsAround(lines.grid, site.position, lines.radiusKm, annulus);
    if (!radials) throw new Error(`${site.position} is outside the ground`);
    for (const sector of radials.sectors) {
      if (sector.from > sector.to) continue;
      const batches = lines.lay(sector);
      lines.mark(false);
      for (let batch = 0; batch < batches; batch += everyth) {
        const last = lines.lastOf(batch);
        if (last === 0) continue;
        lines.gather(batch, last);
        const count = lines.walk(lines.list(batch, last), site.frequencyMHz, false);
        lines.lose(count, site.frequencyMHz, sector.first);
        visit({ lines, sector, batch, count });
      }
    }
  }
};

/** How far the sweep is from the plain path model, over every cell of the batches taken. */
export const compareWithPlain = (ground: SweepTerrain, site: SweptSite, radiusKm: number, everyth = 1) => {
  let cells = 0;
  let worstDb = 0;
  sweepRadials(linesOver(ground, radiusKm), site, everyth, (walked) => {
    for (let r = 0; r < walked.count; r++) {
      const off = Math.abs(walked.lines.results.lossDb[r] - plainLossDb(walked, r, site));
      // NaN is as far off as can be
      worstDb = off <= worstDb ? worstDb : Number.isNaN(off) ? Number.POSITIVE_INFINITY : off;
      cells++;
    }
  });
  return { cells, worstDb };
};

/** The path to a cell of a site's radials, and where on the ground it ends. */
export const pathToCell = (lines: RadialSweep, site: SweptSite, cell: number) => {
  const { grid } = lines;
  const col = cell % grid.width;
  const row = Math.floor(cell / grid.width);
  lines.plant(site.groundElevationM, site.heightM, site.receiverM);
  for (const annulus of annuli) {
    const radials = radialsAround(grid, site.position, lines.radiusKm, annulus);
    for (const sector of radials?.sectors ?? []) {
      const away = sector.isRow ? col + 0.5 - radials!.siteX : row + 0.5 - radials!.siteY;
      const u = Math.abs(away);
      const k = Math.round(u - sector.first + 1);
      if (Math.sign(away) !== Math.sign(sector.alongStride) || k < sector.from || k > sector.to) {
        continue;
      }
      const batches = lines.lay({ ...sector, from: k, to: k });
      lines.mark(false);
      for (let batch = 0; batch < batches; batch++) {
        const last = lines.lastOf(batch);
        if (last === 0) continue;
        lines.gather(batch, last);
        const columns = lines.list(batch, last);
        if (!lines.columns.cell.subarray(0, 4 * columns).some((c, i) => c === cell && lines.columns.asked[i] !== 0))
          continue;
        const count = lines.walk(columns, site.frequencyMHz, false);
        lines.lose(count, site.frequencyMHz, sector.first);
        const walked: Walked = { lines, sector, batch, count };
        const r = Array.from({ length: count }, (_, i) => i).find((i) => pathOf(walked, i).cell === cell)!;
        const { line } = pathOf(walked, r);
        const across = sector.siteAcross + sector.slope[line] * (sector.first + k - 1);
        const at: LonLat = sector.isRow
          ? pixelToLonLat(grid.zoom, grid.col0 + col + 0.5, grid.row0 + across)
          : pixelToLonLat(grid.zoom, grid.col0 + across, grid.row0 + row + 0.5);
        return { walked, r, at };
      }
    }
  }
  throw new Error(`nobody owns cell ${cell}`);
};
