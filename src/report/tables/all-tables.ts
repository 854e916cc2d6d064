import type { ReportContext } from '../report-input.ts';
import { communesTable, districtsTable, interestsTable, operatorsTable, pilotsTable } from './area-tables.ts';
import { gapsTable, hamletsTable, withoutFibreTable } from './hamlet-tables.ts';
import { headlineTable } from './headline-table.ts';
import { lineageTable } from './lineage-table.ts';
import { pilotHamletsTable, promisesTable } from './promise-tables.ts';
import { jointSitesTable, nearbySitesTable, proposalsTable, proposedSitesTable } from './proposal-tables.ts';
import { remediesTable } from './remedies-table.ts';
import type { ReportTable, TableId } from './report-table.ts';
import {
  balancesTable,
  mergesTable,
  moneyTable,
  monteCarloTable,
  rejectedTable,
  sharingTable,
  tornadoTable,
} from './sharing-tables.ts';
import { sitesTable } from './site-table.ts';
import { definitionsTable, parametersTable, provenanceTable, settingsTable, targetsTable } from './source-tables.ts';

/** There only where the study has something of the kind. */
const ifAny: readonly TableId[] = [
  'districts',
  'promises',
  'pilotHamlets',
  'remedies',
  'proposals',
  'proposedSites',
  'nearMasts',
  'jointMasts',
];

/** Every table of the report, in the order of a workbook's sheets. */
export const allTables = (input: ReportContext): ReportTable[] =>
  [
    headlineTable,
    operatorsTable,
    districtsTable,
    communesTable,
    pilotsTable,
    pilotHamletsTable,
    interestsTable,
    gapsTable,
    withoutFibreTable,
    hamletsTable,
    sitesTable,
    promisesTable,
    targetsTable,
    sharingTable,
    moneyTable,
    monteCarloTable,
    tornadoTable,
    balancesTable,
    mergesTable,
    rejectedTable,
    remediesTable,
    proposalsTable,
    proposedSitesTable,
    nearbySitesTable,
    jointSitesTable,
    lineageTable,
    definitionsTable,
    settingsTable,
    parametersTable,
    provenanceTable,
  ]
    .map((table) => table(input))
    .filter(({ id, rows }) => rows.length > 0 || !ifAny.includes(id));
