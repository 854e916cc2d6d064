import { language, t } from '../../i18n/language.ts';
import { problemPlace, ruleSentence } from '../../i18n/problems.ts';
import type { Problem } from '../../model/problem.ts';

/** What is wrong row by row, for a narrow panel: place, what stands there, and the rule in words. */
export const ProblemRows = ({ problems }: { problems: readonly Problem[] }) => (
  <ul class="import-problems" aria-label={t('problems.count', { count: problems.length })}>
    {problems.map((problem) => {
      const { place, rule, value, severity } = problem;
      return (
        <li key={`${place} ${rule} ${value}`} data-rule={rule}>
          {severity === 'warning' && <span class="import-note">{t('import.note')}</span>}
          {place !== '' && <strong>{problemPlace(problem, language())}</strong>}{' '}
          {value !== '' && <span class="value">{value}</span>} {ruleSentence(problem, language())}
        </li>
      );
    })}
  </ul>
);
