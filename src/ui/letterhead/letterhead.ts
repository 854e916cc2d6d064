import type { Language } from '../../i18n/languages.ts';
import type { Letterhead } from '../../model/letterhead.ts';
import { dayOf, defaultLetterhead } from '../../report/letterhead.ts';
import type { ReportInput } from '../../report/report-input.ts';
import { changeCount, letterheadOf } from '../../study/apply-scenario.ts';
import { operations } from '../../study/operations/index.ts';
import { commit, scenario, shownPack, study } from '../app-state/study.ts';

/** The letterhead of the study: the defaults of its date in a language, and what the study says in their place. */
export const letterhead = (language: Language): Letterhead | null => {
  const [pack, of] = [shownPack.value, study.value];
  if (!pack || !of) return null;
  const own = letterheadOf(of)[language] ?? {};
  const province = pack.province.features[0]?.properties.name ?? '';
  return { ...defaultLetterhead(language, province, own.date || dayOf(pack.manifest)), ...own };
};

/** Changes who issues the report, as a step that can be undone; what is typed into one field without leaving it is one. */
export const changeLetterhead = (language: Language, change: Partial<Letterhead> | null, gesture?: string): void =>
  void commit((of) =>
    operations.setLetterhead(of, { language, change, ...(gesture === undefined ? {} : { gesture }) }),
  );

/** The scenario as a document names it; null where it changes nothing. */
export const scenarioAtWork = (): ReportInput['scenario'] => {
  const [at, of] = [scenario.peek(), study.peek()];
  const changes = of ? changeCount(of) : 0;
  return at && changes > 0 ? { name: at.name, changes } : null;
};
