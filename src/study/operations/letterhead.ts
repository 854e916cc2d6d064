import type { Language } from '../../i18n/languages.ts';
import type { Letterhead } from '../../model/letterhead.ts';
import { letterheadOf } from '../apply-scenario.ts';
import { type Outcome, refused } from '../moment.ts';
import { put, type Study } from '../study.ts';

interface SetLetterhead {
  language: Language;
  /** Fields that shall differ from the defaults; null goes back to the defaults of this language. */
  change: Partial<Letterhead> | null;
  gesture?: string;
}

/** Changes who issues the report in a language. No figure depends on it. */
export const setLetterhead = (study: Study, { language, change, gesture }: SetLetterhead): Outcome => {
  const { [language]: own, ...others } = letterheadOf(study);
  if (change === null && own === undefined) return refused('nothing-changes');
  const date = change?.date;
  if (date && !/^\d{4}-\d{2}-\d{2}$/.test(date)) return refused('out-of-range', { field: 'date' });
  const value = change === null ? others : { ...others, [language]: { ...own, ...change } };
  return {
    note: { operation: 'setLetterhead', subject: Object.keys(change ?? {}).join(', ') },
    changes: [put(study, 'settings', { name: 'letterhead', value })],
    ...(gesture !== undefined && { gesture }),
  };
};
