import { antennaHeight, bulge, dsm, dtm, known, lanesBytes, placeOf } from './lines';

/** Bridges unknown heights linearly between known ones, level beyond the last. */
export function bridge(last: i32): void {
  for (let lane: usize = 0; lane < 4; lane++) bridgeLine(lane << 2, last);
  for (let k: i32 = 1; k <= last; k++) {
    const x = placeOf(k);
    const to = <usize>k * lanesBytes;
    const bridged = f32x4.sub(v128.load(dtm + to), f32x4.mul(f32x4.mul(bulge, x), x));
    v128.store(dsm + to, v128.bitselect(v128.load(dsm + to), bridged, v128.load(known + to)));
  }
}

function bridgeLine(lane: usize, last: i32): void {
  const heights = dtm + lane;
  f32.store(heights, -antennaHeight);
  let before: i32 = 0;
  for (let k: i32 = 1; k <= last; k++) {
    const h = f32.load(heights + <usize>k * lanesBytes);
    const isKnown = f32.eq(h, h);
    i32.store(known + lane + <usize>k * lanesBytes, isKnown ? -1 : 0);
    if (!isKnown) continue;
    const from = f32.load(heights + <usize>before * lanesBytes);
    for (let j = before + 1; j < k; j++) {
      f32.store(heights + <usize>j * lanesBytes, from + ((h - from) * <f32>(j - before)) / <f32>(k - before));
    }
    before = k;
  }
  const level = f32.load(heights + <usize>before * lanesBytes);
  for (let k = before + 1; k <= last; k++) f32.store(heights + <usize>k * lanesBytes, level);
}
