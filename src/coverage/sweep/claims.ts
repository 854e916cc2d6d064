import type { Fan, Wing } from './fan.ts';

/** Levels to do better than, cell by cell, and what each line would do at a step's distance; both in tenths of dBm. */
export interface Rivals {
  rsrp: Int16Array;
  /** Line by line: nearer than `steepTo` samples, and farther. */
  steep: Float64Array;
  gentle: Float64Array;
  steepTo: number;
}

/**
 * Which samples of a wing's lines own a cell and are asked about, a bit each. Found cell by cell, since there are half as
 * many cells as samples and neighbours in the grid are neighbours in memory.
 */
export class Claims {
  /** Samples of a line are bits of so many words. */
  private readonly words: number;
  private readonly bits: Int32Array;
  /** Line by line the last sample claimed; 0 where none is. */
  readonly last: Int32Array;

  constructor({ longest, wings }: Fan) {
    const lines = Math.max(...wings.map((wing) => wing.lines));
    this.words = (longest >> 5) + 1;
    this.bits = new Int32Array(lines * this.words);
    this.last = new Int32Array(lines);
  }

  /**
   * Claims the cells of a wing, of samples `from` to `to`: all, or those where a line could do better than what is there.
   */
  take(wing: Wing, rivals: Rivals | null, from = 1, to = wing.alongSamples): void {
    const { bits, words, last } = this;
    const { first, rimOverU, mastAcross, acrossCells, alongStride, acrossStride, firstIndex, count, decibels } = wing;
    bits.fill(0);
    last.fill(0);
    const start = mastAcross - 0.5;
    const toLine = mastAcross - wing.firstRimCell;
    for (let k = from; k <= Math.min(to, wing.alongSamples); k++) {
      const u = first + k - 1;
      const perRow = rimOverU[k];
      const bit = 1 << (k & 31);
      const word = k >> 5;
      const low = Math.max(0, this.firstRow(wing, u));
      const high = Math.min(acrossCells - 1, this.lastRow(wing, u));
      const levels = rivals && (k <= rivals.steepTo ? rivals.steep : rivals.gentle);
      const fall = 10 * decibels[k];
      let cell = firstIndex + (k - 1) * alongStride + low * acrossStride;
      for (let row = low; row <= high; row++, cell += acrossStride) {
        // the line that leads through this cell's centre, or passes nearest to it
        const line = ((row - start) * perRow + toLine) | 0;
        if ((levels && rivals.rsrp[cell] >= levels[line] - fall) || k > count[line]) continue;
        bits[line * words + word] |= bit;
        last[line] = k;
      }
    }
  }

  /** Cells across the border of the wing belong to its neighbour. */
  private firstRow({ mastAcross, ownsUpper }: Wing, u: number): number {
    let row = Math.floor(mastAcross - 0.5 - u);
    while (ownsUpper ? !(row + 0.5 - mastAcross > -u) : !(row + 0.5 - mastAcross >= -u)) row++;
    return row;
  }

  private lastRow({ mastAcross, ownsUpper }: Wing, u: number): number {
    let row = Math.ceil(mastAcross - 0.5 + u);
    while (ownsUpper ? !(row + 0.5 - mastAcross <= u) : !(row + 0.5 - mastAcross < u)) row--;
    return row;
  }

  /** A line's claimed samples, rising, into `samples`; how many. */
  list(line: number, samples: Int32Array): number {
    const { bits, words, last } = this;
    let n = 0;
    const lastWord = last[line] >> 5;
    for (let word = 0; word <= lastWord; word++) {
      let rest = bits[line * words + word];
      while (rest !== 0) {
        const bit = 31 - Math.clz32(rest & -rest);
        samples[n++] = (word << 5) + bit;
        rest &= rest - 1;
      }
    }
    return n;
  }
}
