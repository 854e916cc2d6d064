import type { Measurement } from '../../../model/measurement.ts';
import { communeOf, type ImportContext, operatorOf } from '../context.ts';
import type { ColumnChoice } from '../guess/fields.ts';
import { unsaidLevels } from '../guess/headings.ts';
import { cellText, plainName, type RawTable } from '../table/raw-table.ts';
import type { Reading } from './reading.ts';
import { technologyOf } from './technology.ts';

/** Levels there are: 3GPP TS 36.133 reports RSRP from −156 dBm, in its extended range, to −31. */
const lowestRsrpDbm = -156;
const highestRsrpDbm = -31;

/** What a file of measurements says of itself as a whole. */
export interface LevelColumn {
  /** Whether any of its rows is of 4G: then those of 5G are of another network. */
  hasLte: boolean;
  /** Whether its heading does not say what it is a level of. */
  isUnsaid: boolean;
}

export const levelColumn = ({ columns: names, rows }: RawTable, columns: ColumnChoice): LevelColumn => {
  const { technology, rsrp } = columns;
  return {
    hasLte: technology !== undefined && rows.some(({ values }) => technologyOf(cellText(values[technology])) === '4G'),
    isUnsaid: rsrp !== undefined && unsaidLevels.includes(plainName(names[rsrp])),
  };
};

/** Tells a level that is none of 4G, and one that may be of any network. */
const checkTechnology = (reading: Reading, { hasLte, isUnsaid }: LevelColumn): void => {
  if (!reading.has('technology')) {
    // a heading that says RSRP needs no more; where rows say their technology, one that does not has none
    if (isUnsaid && hasLte) reading.tell('missing-field', '', { field: 'technology' });
    else if (isUnsaid) reading.note('assumed-rsrp', '');
    return;
  }
  const stated = reading.text('technology');
  const technology = technologyOf(stated);
  if (!technology) reading.tell('not-one-of', stated, { allowed: '4G, LTE, 5G, NR' }, 'technology');
  else if (technology === '5G' && !hasLte) reading.note('not-rsrp', '', { technology });
  else if (technology !== '4G') reading.tell('not-rsrp', reading.text('rsrp'), { technology });
};

/** A measured level of a row; undefined, and told, where the row does not make one. */
export const toMeasurement = (
  reading: Reading,
  fallbackId: string,
  context: ImportContext,
  level: LevelColumn,
): Measurement | undefined => {
  const { position, text, number, count, tell } = reading;
  checkTechnology(reading, level);
  if (reading.isBad()) return undefined;
  const rsrpDbm = number('rsrp', lowestRsrpDbm, highestRsrpDbm);
  if (Number.isNaN(rsrpDbm) && !reading.isBad()) tell('missing-field', '', { field: 'rsrp' });
  const [mcc, mnc] = [count('mcc', 0, 999), count('mnc', 0, 999)];
  const code = Number.isNaN(mcc) || Number.isNaN(mnc) ? '' : `${mcc}-${String(mnc).padStart(2, '0')}`;
  const named = text('operator') || code;
  if (named === '' && !reading.isBad()) tell('missing-field', '', { field: 'operator' });
  const operator = named === '' ? undefined : operatorOf(reading, named, context);
  const id = reading.id(fallbackId);
  if (operator === undefined || communeOf(reading, context) === undefined || reading.isBad()) return undefined;
  return { id, position, operator, rsrpDbm };
};
