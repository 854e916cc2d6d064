const mmPerPoint = 25.4 / 72;
/** Left and right margin of a cell with its line. */
const cellMarginsMm = 2.5;
/** Bold type is wider than plain. */
const boldFactor = 1.08;

/** Width of a character of Times New Roman in ems, near enough to keep a word on its line; marks above add nothing. */
const emWidth = (character: string): number => {
  const letter = character.normalize('NFD')[0] ?? '';
  if (/[\u0300-\u036f]/.test(letter)) return 0;
  if (/[mwMW%—]/.test(letter)) return 0.85;
  if (/[A-ZĐ]/.test(letter)) return 0.7;
  if (/[iljtfrI.,;:()'’/\-|]/.test(letter)) return 0.34;
  return 0.5;
};

/** Width of a text in ems of Times New Roman. */
export const emsOf = (word: string): number => [...word.normalize('NFC')].reduce((sum, one) => sum + emWidth(one), 0);

/** A word may also be broken after a hyphen. */
const longestWord = (text: string): number => Math.max(0, ...text.split(/[\s-]+/).map(emsOf));

interface Columns {
  heads: readonly string[];
  rows: readonly (readonly string[])[];
  /** Wished shares of the width, 0..1. */
  widths: readonly number[];
}

/**
 * Shares of a table's width, 0..1, as wished, but no column too narrow for its longest word; the others give way by their
 * share. Codes longer than a third of the width are broken all the same.
 */
export const fitWidths = ({ heads, rows, widths }: Columns, widthMm: number, points: number): number[] => {
  const shareOf = (ems: number): number => (ems * points * mmPerPoint + cellMarginsMm) / widthMm;
  const least = heads.map((head, column) => {
    const ems = rows.reduce((most, row) => Math.max(most, longestWord(row[column])), longestWord(head) * boldFactor);
    return Math.min(shareOf(ems), 1 / 3);
  });
  if (least.reduce((sum, share) => sum + share, 0) >= 1) return [...widths];
  // a column at its least is fixed; what is left goes to the others as they wish, until none falls short
  let fixed = new Set<number>();
  for (;;) {
    const room = 1 - [...fixed].reduce((sum, column) => sum + least[column], 0);
    const wished = widths.reduce((sum, share, column) => sum + (fixed.has(column) ? 0 : share), 0);
    const fitted = widths.map((share, column) => (fixed.has(column) ? least[column] : (share / wished) * room));
    const short = fitted.flatMap((share, column) => (share < least[column] - 1e-9 ? [column] : []));
    if (short.length === 0) return fitted;
    fixed = new Set([...fixed, ...short]);
  }
};
