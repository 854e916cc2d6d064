/** A mark that sets decimals apart in one country and thousands in another. */
export type Mark = '.' | ',';

/** What a text says of the marks of its column. */
export type Evidence =
  | { kind: 'none' }
  /** Surely the decimal mark, as in '12.5' and '1.234,5', or surely that of thousands, as in '1.234.567'. */
  | { kind: 'decimal' | 'thousands'; mark: Mark }
  /** '1.286': one mark and three digits. */
  | { kind: 'either'; mark: Mark };

const other = (mark: Mark): Mark => (mark === '.' ? ',' : '.');

/**
 * A number's text without what is no part of it: spaces and apostrophes between thousands, the apostrophe by which a
 * spreadsheet marks text; minus signs as ASCII has them.
 */
const bare = (text: string): string =>
  text
    .trim()
    .replace(/^'/, '')
    .replace(/^[\u2212\u2013]/, '-')
    .replace(/^([-+]) (?=\d)/, '$1')
    .replace(/(?<=\d)[ \u00a0\u2009\u202f'’](?=\d{3}(?!\d))/g, '');

const grouped: Readonly<Record<Mark, RegExp>> = {
  '.': /^[-+]?\d{1,3}(?:\.\d{3})+$/,
  ',': /^[-+]?\d{1,3}(?:,\d{3})+$/,
};
const fraction = /^[-+]?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][-+]?\d+)?$/;

/** The whole and the fraction of a number with both marks, the later of which is the decimal one; null for none. */
const bothMarks = (text: string): { decimal: Mark; value: number } | null => {
  const decimal: Mark = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
  const [whole, rest, ...more] = text.split(decimal);
  if (more.length > 0 || !grouped[other(decimal)].test(whole) || !/^\d*$/.test(rest)) return null;
  return { decimal, value: Number(`${whole.replaceAll(other(decimal), '')}.${rest || '0'}`) };
};

/** What a text tells of its column's marks; null where it is no number. */
export const evidenceOf = (given: string): Evidence | null => {
  const text = bare(given);
  const mark: Mark | null = text.includes('.') ? '.' : text.includes(',') ? ',' : null;
  if (mark === null) return fraction.test(text) ? { kind: 'none' } : null;
  if (text.includes(other(mark))) {
    const both = bothMarks(text);
    return both && { kind: 'decimal', mark: both.decimal };
  }
  if (text.split(mark).length > 2) return grouped[mark].test(text) ? { kind: 'thousands', mark } : null;
  if (!fraction.test(text)) return null;
  return /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/.test(text) ? { kind: 'either', mark } : { kind: 'decimal', mark };
};

/**
 * A number as its column writes it; NaN for anything else, and for '1.286' where the column does not tell which it is.
 *
 * @param decimal the mark of decimals; null where a lone mark could be either
 */
export const parseNumber = (given: string, decimal: Mark | null): number => {
  const text = bare(given);
  const evidence = evidenceOf(text);
  if (!evidence) return Number.NaN;
  if (evidence.kind === 'none') return Number(text);
  if (text.includes('.') && text.includes(',')) return bothMarks(text)?.value ?? Number.NaN;
  if (evidence.kind === 'thousands') return Number(text.replaceAll(evidence.mark, ''));
  if (evidence.kind === 'decimal') return Number(text.replace(',', '.'));
  if (decimal === null) return Number.NaN;
  return Number(decimal === evidence.mark ? text.replace(',', '.') : text.replace(evidence.mark, ''));
};
