import type { HamletFinding } from '../../findings/findings.ts';
import type { ReportContext } from '../report-input.ts';
import { type ColumnOf, columnsOf, ifDistricts, type ReportTable, tableOf } from './report-table.ts';

const byPeople = (of: (hamlet: HamletFinding) => number | null) => (a: HamletFinding, b: HamletFinding) =>
  a.districtCode.localeCompare(b.districtCode) ||
  a.communeCode.localeCompare(b.communeCode) ||
  (of(b) ?? 0) - (of(a) ?? 0) ||
  (a.id < b.id ? -1 : 1);

const names = ({ findings, texts }: ReportContext): ColumnOf<HamletFinding>[] => {
  const column = columnsOf<HamletFinding>(texts);
  return [
    ...ifDistricts(
      findings,
      column('district', 'text', 38, (hamlet) => hamlet.districtName),
    ),
    column('commune', 'text', 25, (hamlet) => hamlet.communeName),
    column('hamlet', 'text', 25, (hamlet) => hamlet.name),
    column('id', 'text', 18, (hamlet) => hamlet.id),
  ];
};

/** Name of an operator or another owner of sites; its id where neither the pack nor the language has one. */
export const operatorNames = ({ places, texts }: ReportContext): ((id: string | null) => string | null) => {
  const known = new Map(places.operators.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : (known.get(id) ?? texts.named('value.owner', id) ?? id));
};

/** Hamlets without signal or with a signal hole, by district and commune, most people first. */
export const gapsTable = (input: ReportContext): ReportTable => {
  const { findings, texts } = input;
  const { t } = texts;
  const column = columnsOf<HamletFinding>(texts);
  const nameOf = operatorNames(input);
  return tableOf(
    'gaps',
    texts,
    [
      ...names(input),
      column('status', 'text', 20, (hamlet) => t(`status.${hamlet.status}`)),
      column('certainty', 'text', 26, (hamlet) => t(`certainty.${hamlet.certainty}`)),
      column('people', 'count', 17, (hamlet) => hamlet.people, 'people'),
      column('peopleUnserved', 'count', 19, (hamlet) => hamlet.peopleUnserved, 'people'),
      column('bestRsrp', 'decimal1', 18, (hamlet) => hamlet.bestLevelDbm, 'dbm'),
      column('bestOperator', 'text', 24, (hamlet) => nameOf(hamlet.bestOperator)),
    ],
    findings.hamlets
      .filter(({ status }) => status === 'none' || status === 'partial')
      .sort(byPeople((hamlet) => hamlet.peopleUnserved)),
  );
};

export const withoutFibreTable = (input: ReportContext): ReportTable => {
  const { findings, texts } = input;
  const { t } = texts;
  const column = columnsOf<HamletFinding>(texts);
  return tableOf(
    'withoutFibre',
    texts,
    [
      ...names(input),
      column('people', 'count', 17, (hamlet) => hamlet.people, 'people'),
      column('households', 'count', 15, (hamlet) => hamlet.households),
      column('status', 'text', 20, (hamlet) => t(`status.${hamlet.status}`)),
    ],
    findings.hamlets.filter(({ hasFibre }) => !hasFibre).sort(byPeople((hamlet) => hamlet.people)),
  );
};

/** Every hamlet of the province with its service, in the order of communes. */
export const hamletsTable = (input: ReportContext): ReportTable => {
  const { findings, texts } = input;
  const { t } = texts;
  const column = columnsOf<HamletFinding>(texts);
  const nameOf = operatorNames(input);
  return tableOf(
    'hamlets',
    texts,
    [
      ...names(input),
      column('lon', 'position', 18, (hamlet) => hamlet.position[0], 'degree'),
      column('lat', 'position', 16, (hamlet) => hamlet.position[1], 'degree'),
      column('people', 'count', 15, (hamlet) => hamlet.people, 'people'),
      column('households', 'count', 13, (hamlet) => hamlet.households),
      column('status', 'text', 19, (hamlet) => t(`status.${hamlet.status}`)),
      column('peopleUnserved', 'count', 17, (hamlet) => hamlet.peopleUnserved, 'people'),
      column('bestRsrp', 'decimal1', 16, (hamlet) => hamlet.bestLevelDbm, 'dbm'),
      column('bestOperator', 'text', 23, (hamlet) => nameOf(hamlet.bestOperator)),
      column('hasFibre', 'yesNo', 14, (hamlet) => hamlet.hasFibre),
    ],
    [...findings.hamlets].sort(byPeople(() => 0)),
  );
};
