import { t } from '../../i18n/language.ts';

interface SampleTableProps {
  columns: readonly string[];
  sample: readonly (readonly string[])[];
}

/** The first rows of a file as they stand in it. */
export const SampleTable = ({ columns, sample }: SampleTableProps) => (
  <>
    <h3>{t('import.sample')}</h3>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key */}
    <section class="table-scroll import-sample" tabIndex={0} aria-label={t('import.sample')}>
      <table class="table">
        <thead>
          <tr>
            {columns.map((name, c) => (
              <th key={c} scope="col">
                {name || `#${c + 1}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map((row, r) => (
            <tr key={r}>
              {row.map((value, c) => (
                <td key={c}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </>
);
