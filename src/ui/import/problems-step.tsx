import type { ImportedEntries } from '../../files/import/convert/imported.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { ImportSummary } from '../../runs/import.ts';
import { chooseAgain, enterImport } from './importing.ts';
import { ProblemRows } from './problem-rows.tsx';

/** What came of the rows: how many can be used, what they become, and what is wrong with the others. */
export const ProblemsStep = ({ summary }: { summary: ImportSummary }) => {
  const { problems, rows, taken, counts } = summary;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const layers = Object.entries(counts) as [keyof ImportedEntries, number][];
  const isEmpty = layers.every(([, count]) => count === 0);
  return (
    <>
      <p class="import-rows" data-taken={taken} data-rows={rows} role="status">
        {t('import.rows', { taken: formatNumber(taken), rows: formatNumber(rows) })}
      </p>
      {layers.length > 0 && (
        <>
          <h3>{t('import.becomes')}</h3>
          <ul class="import-layers">
            {layers.map(([layer, count]) => (
              <li key={layer} data-layer={layer} data-count={count}>
                {t(`import.layer.${layer}`, { count: formatNumber(count) })}
              </li>
            ))}
          </ul>
        </>
      )}
      {isEmpty && (
        <p class="warning-note" role="alert">
          {t('import.nothing')}
        </p>
      )}
      <p class="quiet">{errors > 0 ? t('import.leftOut', { count: errors }) : t('import.noProblems')}</p>
      <div class="import-actions">
        <button
          type="button"
          class="button primary"
          data-action="enter-import"
          disabled={isEmpty}
          onClick={() => void enterImport()}
        >
          {t('import.enter')}
        </button>
        <button type="button" class="button" onClick={chooseAgain}>
          {t('import.back')}
        </button>
      </div>
      {problems.length > 0 && <ProblemRows problems={problems} />}
    </>
  );
};
