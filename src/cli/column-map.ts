import { columnsFound, importFields, type MappedColumn } from '../files/import/guess/column-map.ts';
import type { ImportField } from '../files/import/guess/fields.ts';
import type { ImportChoice } from '../files/import/guess/propose.ts';
import type { RawTable } from '../files/import/table/raw-table.ts';
import { UsageError } from './command.ts';

/** What --map says, for the help of commands that read lists. */
export const mapHelp = `  --map COLUMN=FIELD  what a column of a list holds, where its heading does not tell it; may be given again. COLUMN is
                   a heading or its number (#3), FIELD one of
                   ${importFields.slice(0, 10).join(', ')},
                   ${importFields.slice(10, 20).join(', ')}, ${importFields.slice(20).join(', ')},
                   or none for a column to leave alone`;

/** Reads the values of --map. UsageError names the one that is wrong. */
export const readColumnMap = (values: readonly string[]): MappedColumn[] =>
  values.map((value) => {
    const at = value.lastIndexOf('=');
    const column = value.slice(0, at).trim();
    const name = value.slice(at + 1).trim();
    const field = name === 'none' ? null : importFields.find((known) => known === name);
    if (at < 1 || column === '' || field === undefined) {
      throw new UsageError(
        `--map is '${value}'; it takes COLUMN=FIELD with FIELD one of ${importFields.join(', ')}, none.`,
      );
    }
    return { column, field };
  });

/** Refuses a --map of a column that no list has: it would be left without effect in silence. */
export const checkColumnMap = (map: readonly MappedColumn[], tables: readonly RawTable[]): void => {
  const found = new Set(tables.flatMap((table) => columnsFound(table, map)));
  const lost = map.find((mapped) => !found.has(mapped));
  if (!lost) return;
  const columns = [...new Set(tables.flatMap((table) => table.columns))].filter((name) => name !== '');
  throw new UsageError(`--map names the column '${lost.column}', which no list has. There are: ${columns.join(', ')}.`);
};

/** How a list was read, in a line: nobody was asked. */
export const guessLine = (file: string, table: RawTable, { target, columns, epsg, swapped }: ImportChoice): string => {
  const fields = (Object.entries(columns) as [ImportField, number][]).map(
    ([field, at]) => `${field} ← ${table.columns[at] || `#${at + 1}`}`,
  );
  const used = new Set(Object.values(columns));
  const rest = table.columns.filter((name, at) => name !== '' && !used.has(at));
  const parts = [
    `${table.rows.length} rows of ${target}`,
    ...(table.encoding ? [table.encoding] : []),
    `EPSG:${epsg}${swapped ? ', axes swapped' : ''}`,
    ...(fields.length > 0 ? [fields.join(', ')] : []),
    ...(rest.length > 0 ? [`not used: ${rest.join(', ')}`] : []),
  ];
  return `${file}: read as ${parts.join('; ')}\n`;
};
