import { askedOf } from '../../coverage/service/asked.ts';
import type { FibreFinding, FibreHamlet } from '../../fibre/fibre-types.ts';
import type { Failure, ResilienceFinding } from '../../resilience/resilience-types.ts';
import { type HamletOutcome, hamletOutcomes } from '../../rollout/hamlet-outcomes.ts';
import type { LeftOut, PlannedOption, RolloutFinding } from '../../rollout/rollout-types.ts';
import type { ClosingPlans } from '../closing-plans.ts';
import type { ReportContext, Texts } from '../report-input.ts';
import { operatorNames } from './hamlet-tables.ts';
import { columnsOf, type ReportTable, tableOf } from './report-table.ts';

type Rollout = NonNullable<ClosingPlans['rollout']>;

/** A rollout may be of another technology than the study: its words are of its own. */
export const textsOfRollout = ({ texts }: ReportContext, { settings }: RolloutFinding): Texts => ({
  ...texts,
  asked: askedOf(settings),
});

const hamletNames = ({ findings }: ReportContext) => {
  const hamlets = new Map(findings.hamlets.map((hamlet) => [hamlet.id, hamlet]));
  return (id: string | undefined) => (id === undefined ? undefined : hamlets.get(id));
};

/** The hamlet of which an option serves most. */
const mainHamlet = ({ serves }: PlannedOption, { demands }: RolloutFinding): number | undefined => {
  const people = new Map<number, number>();
  for (const d of serves)
    people.set(demands[d].hamlet, (people.get(demands[d].hamlet) ?? 0) + Math.max(1, demands[d].people));
  return [...people].sort(([, a], [, b]) => b - a)[0]?.[0];
};

/** What is built, in building order. */
export const rolloutTable = (input: ReportContext, { finding, hamletIds }: Rollout): ReportTable => {
  const texts = textsOfRollout(input, finding);
  const { t, number } = texts;
  const nameOf = operatorNames(input);
  const hamletOf = hamletNames(input);
  const placeOf = (option: PlannedOption) => hamletOf(hamletIds[mainHamlet(option, finding) ?? -1]);
  const fed = ({ backhaul, power, year }: PlannedOption): string =>
    [
      backhaul.means === 'there'
        ? t('rollout.backhaul.there')
        : `${t(`rollout.backhaul.${backhaul.means}`)} ${number(backhaul.km, 1)} km`,
      t(`rollout.power.${power.means}`),
      ...(year === null ? [] : [`${t('rollout.column.year')} ${year}`]),
    ].join('; ');
  const column = columnsOf<PlannedOption>(texts);
  return tableOf(
    'rollout',
    texts,
    [
      column('order', 'count', 8, ({ order }) => order),
      column('means', 'text', 26, ({ kind }) => t(`rollout.kind.${kind}`)),
      column('operator', 'text', 16, ({ operator }) => nameOf(operator)),
      column('commune', 'text', 20, (option) => placeOf(option)?.communeName ?? null),
      column('hamlet', 'text', 20, (option) => placeOf(option)?.name ?? null),
      column('peopleServed', 'count', 14, ({ adds }) => adds, 'people'),
      column('note', 'text', 26, fed),
      column('costLow', 'vnd', 13, ({ costVnd }) => costVnd.low, 'vnd'),
      column('costCentral', 'vnd', 13, ({ costVnd }) => costVnd.central, 'vnd'),
      column('costHigh', 'vnd', 13, ({ costVnd }) => costVnd.high, 'vnd'),
    ],
    finding.plan,
  );
};

type Left = HamletOutcome & { leftOut: LeftOut };

/** Hamlets that a plan leaves without service somewhere, those with most people first. */
export const leftOutTable = (input: ReportContext, { finding, hamletIds }: Rollout): ReportTable => {
  const texts = textsOfRollout(input, finding);
  const { t, count, number } = texts;
  const hamletOf = hamletNames(input);
  const placeOf = ({ hamlet }: Left) => hamletOf(hamletIds[hamlet]);
  const peopleOf = ({ peopleUnserved, peopleServed }: Left): number => peopleUnserved - peopleServed;
  const ridge = ({ leftOut: { obstacle } }: Left): string | null => {
    if (!obstacle) return null;
    const { altitudeM, distanceKm, fromSiteId, mastNeededM } = obstacle;
    const values = { altitude: count(altitudeM), km: number(distanceKm, 1), site: fromSiteId };
    return mastNeededM === null
      ? t('document.text.ridgeTooHigh', values)
      : t('document.text.ridge', { ...values, height: count(mastNeededM) });
  };
  const rows = hamletOutcomes(finding)
    .filter((outcome): outcome is Left => outcome.leftOut !== null)
    .sort((a, b) => peopleOf(b) - peopleOf(a));
  const column = columnsOf<Left>(texts);
  return tableOf(
    'leftOut',
    texts,
    [
      column('commune', 'text', 20, (left) => placeOf(left)?.communeName ?? null),
      column('hamlet', 'text', 20, (left) => placeOf(left)?.name ?? null),
      column('peopleUnserved', 'count', 14, peopleOf, 'people'),
      column('reason', 'text', 24, ({ leftOut }) => t(`rollout.reason.${leftOut.reason}`)),
      column('note', 'text', 34, ridge),
      column('means', 'text', 22, ({ leftOut }) => t(`rollout.alternative.${leftOut.alternative.means}`)),
      column('costCentral', 'vnd', 13, ({ leftOut }) => leftOut.alternative.costVnd.central, 'vnd'),
    ],
    rows,
  );
};

/** Hamlets that cable is laid to, in building order, each with its part of the cost. */
export const fibrePlanTable = (input: ReportContext, { hamlets }: FibreFinding): ReportTable => {
  const { texts } = input;
  const hamletOf = hamletNames(input);
  const column = columnsOf<FibreHamlet>(texts);
  return tableOf(
    'fibrePlan',
    texts,
    [
      column('order', 'count', 8, ({ order }) => order),
      column('commune', 'text', 20, ({ id }) => hamletOf(id)?.communeName ?? null),
      column('hamlet', 'text', 20, ({ name }) => name),
      column('households', 'count', 12, ({ homes }) => homes),
      column('length', 'decimal1', 14, ({ added }) => added.km, 'km'),
      column('costLow', 'vnd', 14, ({ share }) => share.costVnd.low, 'vnd'),
      column('costCentral', 'vnd', 14, ({ share }) => share.costVnd.central, 'vnd'),
      column('costHigh', 'vnd', 14, ({ share }) => share.costVnd.high, 'vnd'),
    ],
    [...hamlets].sort((a, b) => a.order - b.order),
  );
};

/** How many of the worst sites are listed. */
const mostFailures = 30;

/** The sites whose loss cuts off most people. */
export const failuresTable = ({ texts }: ReportContext, { failures }: ResilienceFinding): ReportTable => {
  const column = columnsOf<Failure>(texts);
  return tableOf(
    'failures',
    texts,
    [
      column('order', 'count', 8, (_, index) => index + 1),
      column('site', 'text', 20, ({ name }) => name),
      column('people', 'count', 16, ({ people }) => people),
      column('hamlets', 'count', 16, ({ hamletIds }) => hamletIds.length),
    ],
    failures.filter(({ kind }) => kind === 'site').slice(0, mostFailures),
  );
};
