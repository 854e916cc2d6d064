/*
 * Questions about the samples of a line before a given one, answered by branch and bound: over each block of 16 samples,
 * and over each range of 8 blocks, lies a straight line that no sample of it rises above, parallel to its chord. What
 * such a line could give decides whether its samples are looked at, so the answers are exact and few samples are seen.
 */

const blockBits = 4;
const blockLength = 1 << blockBits;
const blocksPerRange = 8;
const rangeLength = blockLength * blocksPerRange;

/** Samples k = 1, 2, … of a line at x = first + k − 1, each with a height y. */
export class Skyline {
  readonly y: Float64Array;
  private first = 0;
  private readonly blockSlope: Float64Array;
  private readonly blockBase: Float64Array;
  private readonly rangeSlope: Float64Array;
  private readonly rangeBase: Float64Array;
  /** Samples 1 to this one lie in whole blocks. */
  private boundTo = 0;
  /** The last tangent's sample and slope: often the next one's too. */
  private at = 1;
  private best = 0;
  /** No sample before this one stands above the line. */
  private provenTo = 1;
  private provenBase = 0;
  private provenSlope = 0;
  private lastNearest = 1;

  constructor(room: number) {
    this.y = new Float64Array(room);
    this.blockSlope = new Float64Array(Math.ceil(room / blockLength));
    this.blockBase = new Float64Array(Math.ceil(room / blockLength));
    this.rangeSlope = new Float64Array(Math.ceil(room / rangeLength));
    this.rangeBase = new Float64Array(Math.ceil(room / rangeLength));
  }

  /** Takes the heights that stand in `y`, 1 to `last`. */
  bound(first: number, last: number): void {
    this.first = first;
    this.boundTo = last & -blockLength;
    this.at = 1;
    this.provenTo = 1;
    this.lastNearest = 1;
    this.boundEvery(blockLength, last, this.blockSlope, this.blockBase);
    this.boundEvery(rangeLength, last, this.rangeSlope, this.rangeBase);
  }

  private boundEvery(length: number, last: number, slopes: Float64Array, bases: Float64Array): void {
    const { y } = this;
    for (let b = 0, from = 1; from + length - 1 <= last; b++, from += length) {
      const to = from + length - 1;
      const s = (y[to] - y[from]) / (length - 1);
      let x = this.first + from - 1;
      let base = Number.NEGATIVE_INFINITY;
      for (let i = from; i <= to; i++) {
        const c = y[i] - s * x;
        base = Math.max(c, base);
        x += 1;
      }
      slopes[b] = s;
      bases[b] = base;
    }
  }

  /** How steeply the last tangent rises, looking back. */
  get tangentSlope(): number {
    return this.best;
  }

  /**
   * The sample before `k` that is seen highest from (u, h), looking back: the largest (y − h)/(u − x). No sample stands
   * above base + slope·x, the far antenna's own horizon, which (u, h) lies below.
   */
  tangent(k: number, u: number, h: number, base: number, slope: number): number {
    const { y, first, provenTo } = this;
    this.at = this.at < k ? this.at : k - 1;
    this.best = (y[this.at] - h) / (u - (first + this.at - 1));
    this.searchTangent(provenTo, k - 1, u, h);
    // left of where the two horizons meet, the far one is the lower: nothing there reaches the line sought
    const closing = slope + this.best;
    let low = closing > 0 ? Math.max(1, Math.ceil((h + this.best * u - base) / closing - first + 1)) : 1;
    let high = provenTo - 1;
    if (low <= high) {
      // the last answer's line stands above all samples before it: what lies under both needs no look
      const a = h + this.best * u - this.provenBase;
      const b = -this.best - this.provenSlope;
      const crossing = -a / b - first + 1;
      if (b > 0) high = Math.min(high, Math.ceil(crossing));
      else if (b < 0) low = Math.max(low, Math.floor(crossing));
      else if (a >= 0) high = 0;
      this.searchTangent(low, high, u, h);
    }
    this.provenTo = k;
    this.provenBase = h + this.best * u;
    this.provenSlope = -this.best;
    return this.at;
  }

  private searchTangent(low: number, high: number, u: number, h: number): void {
    const { y, first, blockSlope, blockBase, boundTo } = this;
    let { at, best } = this;
    let i = high;
    while (i >= low) {
      const block = (i - 1) >> blockBits;
      const from = block * blockLength + 1;
      const start = Math.max(from, low);
      if (i <= boundTo) {
        const q = blockSlope[block] + best;
        if (blockBase[block] - h - best * u + q * (first - 1 + (q > 0 ? i : start)) <= 0) {
          i = start - 1;
          continue;
        }
      }
      for (; i >= start; i--) {
        const run = u - (first + i - 1);
        if (y[i] - h > best * run) {
          best = (y[i] - h) / run;
          at = i;
        }
      }
    }
    this.at = at;
    this.best = best;
  }

  /**
   * The least over²/(x·(u − x)) of the samples before `k`, where `over` is what a sample lacks to the line
   * base + slope·x, which clears them all; `most` where none has less.
   */
  nearest(k: number, u: number, base: number, slope: number, most: number): number {
    const { y, first, blockSlope, blockBase, rangeSlope, rangeBase } = this;
    let best = most;
    let at = this.lastNearest;
    if (at < k) {
      const x = first + at - 1;
      const o = y[at] - base - slope * x;
      const q = x * (u - x);
      if (o * o < best * q) best = (o * o) / q;
    }
    const half = u / 2;
    const whole = (k - 1) & -blockLength;
    for (let i = k - 1; i > whole; i--) {
      const x = first + i - 1;
      const o = y[i] - base - slope * x;
      const q = x * (u - x);
      if (o * o < best * q) {
        best = (o * o) / q;
        at = i;
      }
    }
    let block = whole / blockLength - 1;
    while (block >= 0) {
      const x1 = first + block * blockLength + blockLength - 1;
      if ((block & (blocksPerRange - 1)) === blocksPerRange - 1) {
        const range = block >> 3;
        const x0 = x1 - (rangeLength - 1);
        const q = rangeSlope[range] - slope;
        const o = rangeBase[range] - base + q * (q > 0 ? x1 : x0);
        const middle = x1 < half ? x1 : Math.max(x0, half);
        if (o < 0 && o * o >= best * middle * (u - middle)) {
          block -= blocksPerRange;
          continue;
        }
      }
      const x0 = x1 - (blockLength - 1);
      const q = blockSlope[block] - slope;
      const o = blockBase[block] - base + q * (q > 0 ? x1 : x0);
      const middle = x1 < half ? x1 : Math.max(x0, half);
      if (o >= 0 || o * o < best * middle * (u - middle)) {
        const from = block * blockLength;
        for (let i = from + blockLength; i > from; i--) {
          const x = first + i - 1;
          const oi = y[i] - base - slope * x;
          const qi = x * (u - x);
          if (oi * oi < best * qi) {
            best = (oi * oi) / qi;
            at = i;
          }
        }
      }
      block--;
    }
    this.lastNearest = at;
    return best;
  }

  /** How far a sample before `k` stands above the line base + slope·x at most; `least` where none stands higher. */
  highest(k: number, base: number, slope: number, least: number): number {
    const { y, first, blockSlope, blockBase, rangeSlope, rangeBase } = this;
    let best = least;
    const whole = (k - 1) & -blockLength;
    for (let i = k - 1; i > whole; i--) {
      const o = y[i] - base - slope * (first + i - 1);
      if (o > best) best = o;
    }
    let block = whole / blockLength - 1;
    while (block >= 0) {
      const x1 = first + block * blockLength + blockLength - 1;
      if ((block & (blocksPerRange - 1)) === blocksPerRange - 1) {
        const range = block >> 3;
        const q = rangeSlope[range] - slope;
        if (rangeBase[range] - base + q * (q > 0 ? x1 : x1 - (rangeLength - 1)) <= best) {
          block -= blocksPerRange;
          continue;
        }
      }
      const q = blockSlope[block] - slope;
      if (blockBase[block] - base + q * (q > 0 ? x1 : x1 - (blockLength - 1)) > best) {
        const from = block * blockLength;
        for (let i = from + blockLength; i > from; i--) {
          const o = y[i] - base - slope * (first + i - 1);
          if (o > best) best = o;
        }
      }
      block--;
    }
    return best;
  }
}
