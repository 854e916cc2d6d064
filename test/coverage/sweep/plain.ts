import { Claims } from '../../../src/coverage/sweep/claims.ts';
import { bullingtonLossDb } from '../../../src/coverage/sweep/edge-loss.ts';
import { type Fan, fanAround } from '../../../src/coverage/sweep/fan.ts';
import type { Ground } from '../../../src/coverage/sweep/ground.ts';
import { Line } from '../../../src/coverage/sweep/line.ts';
import { SmoothEarthTerm } from '../../../src/coverage/sweep/smooth-earth-term.ts';
import { createGeometries, Walker } from '../../../src/coverage/sweep/walk.ts';
import { pixelToLonLat } from '../../../src/geo/grid.ts';
import type { LonLat } from '../../../src/model/place.ts';
import { deltaBullington } from '../../../src/radio/diffraction/delta-bullington.ts';
import type { PathProfile } from '../../../src/radio/profile.ts';

const earthKm = 8500;

/** A mast to sweep around, and the receivers' height. */
export interface Mast {
  position: LonLat;
  footM: number;
  heightM: number;
  receiverM: number;
  frequencyMHz: number;
}

/** The profile from the mast to a sample of a gathered line, as the path model takes it: both ends bare. */
export const profileTo = (line: Line, k: number): PathProfile => {
  const distanceKm = new Float64Array(k + 1);
  const clutterM = new Float64Array(k + 1);
  for (let i = 1; i <= k; i++) {
    distanceKm[i] = (line.first + i - 1) * line.stepKm;
    // y' is terrain and clutter, less the bulge
    const x = line.first + i - 1;
    if (i < k) clutterM[i] = Math.round(line.surface.y[i] + line.bulge * x * x - line.heightM[i]);
  }
  return { distanceKm, heightM: line.heightM.subarray(0, k + 1), clutterM, unknownShare: 0 };
};

/** Diffraction loss of the whole path to a sample, taken anew: the straightforward way. */
export const plainLossDb = (line: Line, k: number, mast: Mast): number =>
  // next to the mast there is nothing between the ends
  k < 2
    ? 0
    : deltaBullington({
        profile: profileTo(line, k),
        frequencyMHz: mast.frequencyMHz,
        txHeightM: mast.heightM,
        rxHeightM: mast.receiverM,
        polarisation: 'vertical',
        effectiveEarthRadiusKm: earthKm,
        seaShare: 0,
      }).lossDb;

/** Every `everyth` line of a fan, gathered, with the diffraction loss that the sweep gives at what it owns. */
export const sweepFan = (
  ground: Ground,
  mast: Mast,
  radiusKm: number,
  everyth: number,
  visit: (line: Line, lossDb: (o: number) => number, fan: Fan) => void,
): void => {
  const fan = fanAround(ground.grid, mast.position, radiusKm);
  if (!fan) throw new Error(`${mast.position} is outside the ground`);
  const line = new Line(fan);
  line.plant(mast.footM, mast.heightM);
  const claims = new Claims(fan);
  const walker = new Walker(fan.longest, mast.frequencyMHz, mast.receiverM);
  const term = new SmoothEarthTerm(mast.frequencyMHz, earthKm);
  const paths = createGeometries(fan.longest);
  const lossDb = (o: number): number => {
    const k = line.owned[o];
    const d = (line.first + k - 1) * line.stepKm;
    const edge = bullingtonLossDb(paths.nu[o] * Math.sqrt(mast.frequencyMHz), d);
    const hte = paths.txEffectiveM[o];
    if (hte === Number.POSITIVE_INFINITY) return edge;
    return edge + term.lossDb(k, line.first, line.stepKm, hte, paths.rxEffectiveM[o]);
  };
  for (const wing of fan.wings) {
    claims.take(wing, null);
    for (let l = 0; l < wing.lines; l++) {
      if (l % everyth !== 0) continue;
      line.lay(wing, l, claims, earthKm);
      line.gather(wing, ground, line.count);
      walker.walk(line, line.owned, line.ownedCount, paths);
      visit(line, lossDb, fan);
    }
  }
};

/** How far the sweep is from the plain path model, over every cell of the lines taken. */
export const compareWithPlain = (ground: Ground, mast: Mast, radiusKm: number, everyth = 1) => {
  let cells = 0;
  let worstDb = 0;
  sweepFan(ground, mast, radiusKm, everyth, (line, lossDb) => {
    for (let o = 0; o < line.ownedCount; o++) {
      if (!line.isWhole && !line.isKnown[line.owned[o]]) continue;
      const off = Math.abs(lossDb(o) - plainLossDb(line, line.owned[o], mast));
      // NaN is as far off as can be
      worstDb = off <= worstDb ? worstDb : Number.isNaN(off) ? Number.POSITIVE_INFINITY : off;
      cells++;
    }
  });
  return { cells, worstDb };
};

/** The line and the sample of it that own a cell, laid and gathered up to there; and where on the ground that is. */
export const ownerOf = (ground: Ground, fan: Fan, line: Line, cell: number) => {
  const { grid } = ground;
  const claims = new Claims(fan);
  const col = cell % grid.width;
  const row = Math.floor(cell / grid.width);
  for (const wing of fan.wings) {
    const isRow = wing.alongDeg % 180 === 90;
    const away = isRow ? col + 0.5 - fan.mastX : row + 0.5 - fan.mastY;
    const u = Math.abs(away);
    const v = isRow ? row + 0.5 - fan.mastY : col + 0.5 - fan.mastX;
    if (Math.abs(v) > u) continue;
    const k = Math.round(u - wing.first + 1);
    claims.take(wing, null, k, k);
    // every line has one sample in the column: the one whose cell is asked for
    for (let l = 0; l < wing.lines; l++) {
      if (claims.last[l] === 0) continue;
      line.lay(wing, l, claims, earthKm);
      if (line.ownedCell[0] !== cell) continue;
      line.gather(wing, ground, k);
      const across = wing.mastAcross + wing.slope[l] * u;
      const at: LonLat = isRow
        ? pixelToLonLat(grid.zoom, grid.col0 + col + 0.5, grid.row0 + across)
        : pixelToLonLat(grid.zoom, grid.col0 + across, grid.row0 + row + 0.5);
      return { sample: k, at };
    }
  }
  throw new Error(`nobody owns cell ${cell}`);
};
