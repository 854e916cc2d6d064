import { language, t } from '../../i18n/language.ts';
import { problemPlace, ruleSentence } from '../../i18n/problems.ts';
import type { Problem } from '../../model/problem.ts';

const maxRows = 200;

/** File, place, value and the broken rule in words. */
export const ProblemTable = ({ problems }: { problems: readonly Problem[] }) => (
  <>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key */}
    <section class="table-scroll" tabIndex={0} aria-label={t('problems.count', { count: problems.length })}>
      <table class="table problems">
        <thead>
          <tr>
            <th scope="col">{t('problems.file')}</th>
            <th scope="col">{t('problems.place')}</th>
            <th scope="col">{t('problems.value')}</th>
            <th scope="col">{t('problems.rule')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, maxRows).map((problem) => (
            <tr key={`${problem.file} ${problem.place} ${problem.rule} ${problem.value}`} data-rule={problem.rule}>
              <td>{problem.file}</td>
              <td>{problemPlace(problem, language())}</td>
              <td class="value">{problem.value}</td>
              <td>{ruleSentence(problem, language())}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
    {problems.length > maxRows && <p class="quiet">{t('problems.more', { count: problems.length - maxRows })}</p>}
  </>
);
