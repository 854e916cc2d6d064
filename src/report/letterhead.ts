import type { Language } from '../i18n/languages.ts';
import '../i18n/shared-english.ts';
import { translatorIn } from '../i18n/translator.ts';
import type { Letterhead } from '../model/letterhead.ts';
import type { PackIdentity } from '../model/pack.ts';
import type { Texts } from './report-input.ts';

/** On this day the departments of information and communications became part of those of science and technology. */
const officesJoined = '2025-03-01';
/** From this day a province has communes and no districts. */
const districtsGone = '2025-07-01';

/** The day that decides who reports, where the document states none: that of the study, or of the units it is told by. */
export const dayOf = ({ date, vintage }: Pick<PackIdentity, 'date' | 'vintage'>): string =>
  vintage === '2025' && date < districtsGone ? districtsGone : date;

/** To whom the report goes, in the order of the list at its foot. */
const recipients = ['committee', 'ministry', 'localities', 'companies', 'archive'] as const;

/**
 * Sound defaults for a province at a date: number, day and signer are left open, as they are until a document is issued.
 *
 * @param date - ISO 8601; decides which department reports
 */
export const defaultLetterhead = (language: Language, province: string, date: string): Letterhead => {
  const { t } = translatorIn(language);
  const office = date >= officesJoined ? 'since2025' : 'before2025';
  const values = {
    ministry: t(`letterhead.${office}.ministry`),
    unit: t(`letterhead.${office}.unit`),
    localities: t(`letterhead.localities.${date >= districtsGone ? 'since' : 'before'}`),
  };
  return {
    parentBody: t('letterhead.parentBody', { province }),
    office: t(`letterhead.${office}.office`),
    number: '',
    symbol: t(`letterhead.${office}.symbol`),
    place: t('letterhead.place', { province }),
    date: '',
    signerTitle: t('letterhead.signerTitle'),
    signerName: '',
    recipients: recipients.map((recipient) => t(`letterhead.recipient.${recipient}`, values)),
  };
};

/** The names of the head as the decree writes them. */
export const inCapitals = (name: string): string => name.toLocaleUpperCase('vi');

/** The document's number; room for a hand where there is none yet. */
export const writtenNumber = ({ number }: Letterhead): string => number || '\u00a0'.repeat(8);

/** Place and date: a day below 10 and the months January and February with a zero, as the decree has it. */
export const writtenDate = ({ place, date }: Letterhead, { t }: Texts, studyDate: string): string => {
  const [year, month, day] = date.split('-');
  if (!day) return t('document.official.datedOpen', { place, year: (year || studyDate).slice(0, 4) });
  return t('document.official.dated', {
    place,
    day: day.padStart(2, '0'),
    month: Number(month) < 3 ? `0${Number(month)}` : String(Number(month)),
    year,
  });
};
