import type { ReportInput } from '../report-input.ts';
import { communesTable, districtsTable, interestsTable, operatorsTable, pilotsTable } from './area-tables.ts';
import { gapsTable, hamletsTable, withoutFibreTable } from './hamlet-tables.ts';
import { headlineTable } from './headline-table.ts';
import type { ReportTable } from './report-table.ts';
import { mergesTable, moneyTable, rejectedTable, sharingTable } from './sharing-tables.ts';
import { sitesTable } from './site-table.ts';
import { definitionsTable, parametersTable, provenanceTable, settingsTable, targetsTable } from './source-tables.ts';

/** Every table of the report, in the order of a workbook's sheets. */
export const allTables = (input: ReportInput): ReportTable[] =>
  [
    headlineTable,
    operatorsTable,
    districtsTable,
    communesTable,
    pilotsTable,
    interestsTable,
    gapsTable,
    withoutFibreTable,
    hamletsTable,
    sitesTable,
    targetsTable,
    sharingTable,
    moneyTable,
    mergesTable,
    rejectedTable,
    definitionsTable,
    settingsTable,
    parametersTable,
    provenanceTable,
  ].map((table) => table(input));
