import type { HeadlineId } from '../../findings/figures.ts';
import { type HeadlineFigure, headlineFigures } from '../../findings/headline.ts';
import type { ReportContext } from '../report-input.ts';
import { type CellKind, columnsOf, type ReportTable, tableOf, type UnitWord } from './report-table.ts';

const kinds: Record<HeadlineFigure['unit'], CellKind> = { absent: 'text', count: 'count', share: 'share', VND: 'vnd' };

const units: Record<HeadlineId, UnitWord> = {
  hamlets: 'hamlet',
  hamletsNoSignal: 'hamlet',
  hamletsHole: 'hamlet',
  peopleUnserved: 'people',
  hamletsUnknown: 'hamlet',
  peopleUnknown: 'people',
  hamletsWithoutFibre: 'hamlet',
  peopleWithoutFibre: 'people',
  sites: 'site',
  sharingRateD1: 'percent',
  sharingRateD2: 'percent',
  mergesNeeded: 'merge',
  mergesChosen: 'merge',
  sharingRateAfter: 'percent',
  consolidation: 'vnd',
  avoidedNewBuild: 'vnd',
};

/** The headline, one figure a row; money as it is expected, with P10 and P90. */
export const headlineTable = ({ findings, texts }: ReportContext): ReportTable => {
  const { t, asked } = texts;
  const figures = headlineFigures(findings);
  const column = columnsOf<(typeof figures)[number]>(texts);
  const table = tableOf(
    'headline',
    texts,
    [
      column('figure', 'text', 60, ({ id }) => t(`figure.${id}`, asked)),
      column('unit', 'unit', 12, () => null),
      column('value', 'count', 14, ({ unit, value }) =>
        unit === 'VND' ? value.central : unit === 'absent' ? t('table.absent', asked) : value,
      ),
      column('p10', 'count', 12, ({ unit, value }) => (unit === 'VND' ? value.low : null)),
      column('p90', 'count', 12, ({ unit, value }) => (unit === 'VND' ? value.high : null)),
    ],
    figures,
  );
  return {
    ...table,
    rowKinds: figures.map(({ unit }) => kinds[unit]),
    rowUnits: figures.map(({ id }) => units[id]),
  };
};
