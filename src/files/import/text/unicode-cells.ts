import { legacyEncodings } from './legacy-encodings.ts';
import { tellingWords, usualShare, vietnameseShare } from './vietnamese.ts';

/** Cells of an old encoding that were turned into Unicode. */
export interface TurnedCells {
  encoding: string;
  count: number;
}

/** Share of words that must be strange as they stand, and Vietnamese once turned. */
const strangeShare = 0.3;
const turnedShare = 0.8;
/** Cells with letters beyond ASCII that tell about a column. */
const sampledCells = 500;

/** Text that a font of one byte a letter could have: Latin-1 throughout, and something beyond ASCII. */
const couldBeOld = (text: string): boolean => /[\u0080-\u00ff]/.test(text) && !/[\u0100-\uffff]/.test(text);

/** The old encoding a column's text is in, shown as Latin-1; undefined where it is Unicode as it stands. */
const encodingOf = (texts: readonly string[]): (typeof legacyEncodings)[number] | undefined => {
  const share = vietnameseShare(texts);
  if (share === null || share > 1 - strangeShare) return undefined;
  const scored = legacyEncodings.map((encoding) => {
    const turned = texts.map(encoding[1]);
    return { encoding, share: vietnameseShare(turned) ?? 0, usual: usualShare(turned) };
  });
  const best = scored.reduce((a, b) => (b.share > a.share || (b.share === a.share && b.usual > a.usual) ? b : a));
  return best.share >= turnedShare && best.share > share ? best.encoding : undefined;
};

/**
 * Turns cells typed for the fonts of before Unicode, column by column and in place: a table may have one column of them
 * beside others. Gives what was turned, by encoding.
 */
export const toUnicodeCells = (rows: readonly unknown[][], columns: number): TurnedCells[] => {
  const turned = new Map<string, number>();
  for (let c = 0; c < columns; c++) {
    const sample: string[] = [];
    for (let r = 0; r < rows.length && sample.length < sampledCells; r++) {
      const cell = rows[r][c];
      if (typeof cell === 'string' && couldBeOld(cell) && tellingWords(cell).length > 0) sample.push(cell);
    }
    const encoding = sample.length > 0 ? encodingOf(sample) : undefined;
    if (!encoding) continue;
    const [name, turn] = encoding;
    for (const row of rows) {
      const cell = row[c];
      if (typeof cell !== 'string' || !couldBeOld(cell)) continue;
      row[c] = turn(cell);
      turned.set(name, (turned.get(name) ?? 0) + 1);
    }
  }
  return [...turned].map(([encoding, count]) => ({ encoding, count }));
};
