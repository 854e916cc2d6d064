/*
 * Which samples of a sector's lines own a cell and are asked about: four lines a byte, a bit each, sample by sample. Found cell
 * by cell, since there are half as many cells as samples and neighbours in the grid are neighbours in memory.
 */

let bits: usize = 0;
/** Line by line the last sample marked; 0 where none is. */
export let lastCandidates: usize = 0;
let samples: i32 = 0;
let lineCount: i32 = 0;

export function makeCandidates(longest: i32, lines: i32): void {
  samples = longest;
  lineCount = (lines + 3) & -4;
  // eight are looked at together
  bits = heap.alloc((<usize>lineCount >> 2) * <usize>samples + 8);
  lastCandidates = heap.alloc((<usize>lineCount) << 2);
}

export function clearCandidates(): void {
  memory.fill(bits, 0, (<usize>lineCount >> 2) * <usize>samples);
  memory.fill(lastCandidates, 0, (<usize>lineCount) << 2);
}

/** The candidates of a batch's samples, from sample 0 on. */
export function candidatesOf(batch: i32): usize {
  return bits + <usize>(batch * samples);
}

/**
 * Marks cells of a column: all, or those where a line could do better than what is there.
 *
 * @param k sample that stands in the column
 * @param cell the first cell's level, tenths of dBm; 0 for all. `stride` levels from one to the next
 * @param firstRow of the first cell, from the one that line `toLine` leads through; `perRow` lines to a row
 * @param levels what each line would do at a step's distance, less `fall` here, tenths of dBm
 * @param counts the lines' samples
 */
export function markColumn(
  k: i32,
  cell: usize,
  stride: i32,
  rows: i32,
  firstRow: f64,
  perRow: f64,
  toLine: f64,
  levels: usize,
  fall: f32,
  counts: usize,
): void {
  const at = bits + <usize>k;
  for (let r: i32 = 0; r < rows; r++) {
    // the line that leads through this cell's centre, or passes nearest to it
    const line = <i32>((firstRow + <f64>r) * perRow + toLine);
    const ofLine = (<usize>line) << 2;
    if (k > i32.load(counts + ofLine)) continue;
    if (levels !== 0 && <f32>i32.load16_s(cell + ((<isize>(r * stride)) << 1)) >= f32.load(levels + ofLine) - fall)
      continue;
    const byte = at + <usize>((line >> 2) * samples);
    i32.store8(byte, i32.load8_u(byte) | (1 << (line & 3)));
    i32.store(lastCandidates + ofLine, k);
  }
}
