import type { ColumnDoubt } from '../../files/import/convert/doubts.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { chooseColumn } from './importing.ts';

/** What of a column is a guess: how its numbers are read, and which others would fit, each to be taken by a press. */
export const ColumnDoubtNote = ({ doubt, columns }: { doubt: ColumnDoubt; columns: readonly string[] }) => {
  const { field, others, notation } = doubt;
  return (
    <p class="import-doubt" data-doubt={field}>
      {notation && (
        <span>
          {t(`import.readAs.${notation.meaning}`, {
            mark: notation.mark,
            value: notation.value,
            number: formatNumber(notation.number, 3),
            count: notation.count,
          })}{' '}
        </span>
      )}
      {others.length > 0 && (
        <span>
          {t('import.fitsToo')}{' '}
          {others.map((column) => (
            <button key={column} type="button" class="link" onClick={() => chooseColumn(field, column)}>
              {columns[column] || `#${column + 1}`}
            </button>
          ))}
        </span>
      )}
    </p>
  );
};
