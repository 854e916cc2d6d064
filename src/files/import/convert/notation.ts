import { evidenceOf, type Mark, parseNumber } from './numbers.ts';

/** What a column's numbers are of, where their marks do not tell how they are written. */
export type NumberKind = 'count' | 'degrees-or-metres' | 'figure';

/** How a column writes its numbers. */
export interface Notation {
  /** The mark of decimals; null where the column has both uses of a mark and '1.286' could be either. */
  decimal: Mark | null;
  /** What was taken to be what without the column itself saying so; null where it does. */
  guess: NotationGuess | null;
}

export interface NotationGuess {
  mark: Mark;
  meaning: 'thousands' | 'decimal';
  /** The first such value, and the number it is taken for. */
  value: string;
  number: number;
  /** Cells that could be read either way. */
  count: number;
}

/** What a column's texts say together. */
interface Tally {
  /** Marks that are surely those of decimals. */
  decimals: ReadonlySet<Mark>;
  /** Texts that could be either. */
  either: readonly string[];
}

export const tallyOf = (texts: Iterable<string>): Tally => {
  const decimals = new Set<Mark>();
  const either: string[] = [];
  for (const text of texts) {
    const evidence = evidenceOf(text);
    if (!evidence) continue;
    if (evidence.kind === 'decimal') decimals.add(evidence.mark);
    else if (evidence.kind === 'thousands') decimals.add(evidence.mark === '.' ? ',' : '.');
    else if (evidence.kind === 'either') either.push(text);
  }
  return { decimals, either };
};

const markOf = (text: string): Mark => (text.includes('.') ? '.' : ',');
const opposite = (mark: Mark): Mark => (mark === '.' ? ',' : '.');

/** Whether every text is in the range when a mark is that of decimals. */
const allFit = (texts: readonly string[], decimal: Mark, [min, max]: readonly [number, number]): boolean =>
  texts.every((text) => {
    const value = parseNumber(text, decimal);
    return value >= min && value <= max;
  });

/** The largest angle there is: what is more is metres. */
const fullDegrees = 180;

/**
 * How a column writes its numbers, by all of its texts: a mark that one of them uses for decimals is none for thousands
 * in another. Where no text tells, what the numbers are of does: counts have no decimals, other figures lie in a range,
 * and after that the marks of the file's other columns.
 */
export const notationOf = (
  { decimals, either }: Tally,
  kind: NumberKind,
  range: readonly [min: number, max: number],
  elsewhere: ReadonlySet<Mark>,
): Notation => {
  if (decimals.size === 2) return { decimal: null, guess: null };
  const [stated] = decimals;
  if (either.length === 0 || stated) return { decimal: stated ?? '.', guess: null };
  const mark = markOf(either[0]);
  // '1.286' beside '2,341': each of them could be either
  if (either.some((text) => markOf(text) !== mark)) return { decimal: null, guess: null };
  const decimal = decimalOf(either, mark, kind, range, elsewhere);
  const number = parseNumber(either[0], decimal);
  const meaning = decimal === mark ? 'decimal' : 'thousands';
  return { decimal, guess: { mark, meaning, value: either[0], number, count: either.length } };
};

const decimalOf = (
  either: readonly string[],
  mark: Mark,
  kind: NumberKind,
  range: readonly [min: number, max: number],
  elsewhere: ReadonlySet<Mark>,
): Mark => {
  if (kind === 'count') return opposite(mark);
  if (kind === 'degrees-or-metres') return allFit(either, mark, [-fullDegrees, fullDegrees]) ? mark : opposite(mark);
  const [asDecimal, asThousands] = [allFit(either, mark, range), allFit(either, opposite(mark), range)];
  if (asDecimal !== asThousands) return asDecimal ? mark : opposite(mark);
  const [usual] = elsewhere;
  return elsewhere.size === 1 ? usual : mark;
};
