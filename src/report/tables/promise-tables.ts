import type { PilotHamlet, PromiseRow, ReportedFigure } from '../../findings/findings.ts';
import type { ReportContext, Texts } from '../report-input.ts';
import { type CellKind, columnsOf, type ReportTable, tableOf, type UnitWord } from './report-table.ts';

const units: Record<PromiseRow['unit'], UnitWord> = {
  share: 'percent',
  operators: 'operator',
  points: 'point',
  communes: 'commune',
  homes: 'home',
  ha: 'hectare',
};

const kindOf = ({ unit }: PromiseRow): CellKind => (unit === 'share' ? 'share' : 'count');

const reportedText = ({ value, unit, date }: ReportedFigure, { t, count, share, date: written }: Texts): string =>
  unit === 'share'
    ? t('promise.reported', { value: share(value, 1), date: written(date) })
    : t('promise.reportedHamlets', { value: count(value), date: written(date) });

/** Every promise of the article: a figure of the study, or the list that is needed for one. */
export const promisesTable = ({ findings, texts }: ReportContext): ReportTable => {
  const { t } = texts;
  const column = columnsOf<PromiseRow>(texts);
  const table = tableOf(
    'promises',
    texts,
    [
      column('promise', 'text', 30, ({ id }) => t(`promise.name.${id}`)),
      column('definition', 'text', 30, ({ id }) => t(`promise.definition.${id}`)),
      column('due', 'date', 15, ({ due }) => due),
      column('unit', 'unit', 12, () => null),
      column('stated', 'count', 12, ({ stated }) => stated),
      column('found', 'count', 12, ({ found }) => found),
      column('basis', 'text', 18, ({ basis }) => t(`value.basis.${basis}`)),
      column('after', 'count', 14, ({ after }) => after),
      column('plan', 'text', 18, ({ afterBy }) => t(`promise.after.${afterBy ?? 'none'}`)),
      column('needs', 'text', 30, ({ needs }) => needs && t(`promise.needs.${needs}`)),
      column(
        'reported',
        'text',
        26,
        ({ reported }) => reported.map((figure) => reportedText(figure, texts)).join('; ') || null,
      ),
      column('source', 'text', 30, ({ source, reported }) =>
        [...new Set([source, ...reported.map((figure) => figure.source)])].join('; '),
      ),
    ],
    findings.promises,
  );
  return {
    ...table,
    rowKinds: findings.promises.map(kindOf),
    rowUnits: findings.promises.map(({ unit }) => units[unit]),
  };
};

/** The pilot communes, hamlet by hamlet. */
export const pilotHamletsTable = ({ findings, texts }: ReportContext): ReportTable => {
  const { t, asked } = texts;
  const column = columnsOf<PilotHamlet>(texts);
  const missing = ({ gap }: PilotHamlet): string => (gap ? t(`value.gap.${gap}`, asked) : t('promise.nothingMissing'));
  const means = ({ gap, remedy }: PilotHamlet): string | null => {
    if (gap === null) return null;
    return remedy ? t(`value.means.${remedy.means}`, asked) : t('promise.nonePlanned');
  };
  return tableOf(
    'pilotHamlets',
    texts,
    [
      column('commune', 'text', 20, ({ communeName }) => communeName),
      column('order', 'count', 8, ({ order }) => order),
      column('hamlet', 'text', 24, ({ name }) => name),
      column('id', 'text', 18, ({ hamletId }) => hamletId),
      column('people', 'count', 13, ({ people }) => people, 'people'),
      column('status', 'text', 18, ({ status }) => t(`status.${status}`)),
      column('peopleUnserved', 'count', 15, ({ peopleUnserved }) => peopleUnserved, 'people'),
      column('hasFibre', 'yesNo', 12, ({ hasFibre }) => hasFibre),
      column('gap', 'text', 16, missing),
      column('means', 'text', 24, means),
      column('costLow', 'vnd', 14, ({ remedy }) => remedy?.costVnd?.low ?? null, 'vnd'),
      column('costCentral', 'vnd', 14, ({ remedy }) => remedy?.costVnd?.central ?? null, 'vnd'),
      column('costHigh', 'vnd', 14, ({ remedy }) => remedy?.costVnd?.high ?? null, 'vnd'),
    ],
    findings.pilotHamlets,
  );
};
