import type { Letterhead } from '../model/letterhead.ts';

/** The wording of an office that changed with the reform of 2025. */
export interface LetterheadWords {
  parentBody: string;
  place: string;
  signerTitle: string;
  before2025: Readonly<Record<'office' | 'symbol' | 'ministry' | 'unit', string>>;
  since2025: Readonly<Record<'office' | 'symbol' | 'ministry' | 'unit', string>>;
  /** The level below the province, while there were districts and since. */
  localities: Readonly<Record<'before' | 'since', string>>;
  recipients: readonly string[];
}

/** On this day the departments of information and communications became part of those of science and technology. */
const officesJoined = '2025-03-01';
/** From this day a province has communes and no districts. */
const districtsGone = '2025-07-01';

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);

/**
 * Sound defaults for a province at a date: number, day and signer are left open, as they are until a document is issued.
 *
 * @param date - ISO 8601; decides which department reports
 */
export const defaultLetterhead = (words: LetterheadWords, province: string, date: string): Letterhead => {
  const { office, symbol, ministry, unit } = date >= officesJoined ? words.since2025 : words.before2025;
  const localities = date >= districtsGone ? words.localities.since : words.localities.before;
  const values = { province, ministry, unit, localities };
  return {
    parentBody: fill(words.parentBody, values),
    office,
    number: '',
    symbol,
    place: fill(words.place, values),
    date: '',
    signerTitle: words.signerTitle,
    signerName: '',
    recipients: words.recipients.map((recipient) => fill(recipient, values)),
  };
};

/** The names of the head as the decree writes them. */
export const inCapitals = (name: string): string => name.toLocaleUpperCase('vi');

/** The document's number; room for a hand where there is none yet. */
export const writtenNumber = ({ number }: Letterhead): string => number || '\u00a0'.repeat(8);

/** Place and date: a day below 10 and the months January and February with a zero, as the decree has it. */
export const writtenDate = (
  { place, date }: Letterhead,
  words: Readonly<Record<'dated' | 'datedOpen', string>>,
  studyDate: string,
): string => {
  const [year, month, day] = date.split('-');
  if (!day) return fill(words.datedOpen, { place, year: (year || studyDate).slice(0, 4) });
  return fill(words.dated, {
    place,
    day: day.padStart(2, '0'),
    month: Number(month) < 3 ? `0${Number(month)}` : String(Number(month)),
    year,
  });
};
