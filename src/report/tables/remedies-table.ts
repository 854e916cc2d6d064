import type { HamletRemedy } from '../../findings/findings.ts';
import type { ReportContext } from '../report-input.ts';
import { operatorNames } from './hamlet-tables.ts';
import { columnsOf, ifDistricts, type ReportTable, tableOf } from './report-table.ts';

/** The cheapest way to close each hamlet's gap, in the order of the plan. */
export const remediesTable = (input: ReportContext): ReportTable => {
  const { findings, texts } = input;
  const { t, asked } = texts;
  const hamlets = new Map(findings.hamlets.map((hamlet) => [hamlet.id, hamlet]));
  const nameOf = operatorNames(input);
  const column = columnsOf<HamletRemedy>(texts);
  return tableOf(
    'remedies',
    texts,
    [
      ...ifDistricts(
        findings,
        column('district', 'text', 26, ({ hamletId }) => hamlets.get(hamletId)?.districtName ?? null),
      ),
      column('commune', 'text', 20, ({ hamletId }) => hamlets.get(hamletId)?.communeName ?? null),
      column('hamlet', 'text', 20, ({ hamletId }) => hamlets.get(hamletId)?.name ?? hamletId),
      column('id', 'text', 16, ({ hamletId }) => hamletId),
      column('gap', 'text', 14, ({ gap }) => t(`value.gap.${gap}`, asked)),
      column('means', 'text', 26, ({ means }) => t(`value.means.${means}`, asked)),
      column('operator', 'text', 16, ({ operator }) => nameOf(operator)),
      column('site', 'text', 12, ({ siteId }) => siteId),
      column('length', 'decimal1', 10, ({ lengthKm }) => lengthKm, 'km'),
      column('peopleServed', 'count', 12, ({ peopleServed }) => peopleServed, 'people'),
      column('costLow', 'vnd', 14, ({ costVnd }) => costVnd?.low ?? null, 'vnd'),
      column('costCentral', 'vnd', 14, ({ costVnd }) => costVnd?.central ?? null, 'vnd'),
      column('costHigh', 'vnd', 14, ({ costVnd }) => costVnd?.high ?? null, 'vnd'),
    ],
    findings.remedies,
  );
};
