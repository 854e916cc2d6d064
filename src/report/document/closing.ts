import type { ClosingPlans } from '../closing-plans.ts';
import type { ReportContext } from '../report-input.ts';
import { failuresTable, fibrePlanTable, leftOutTable, rolloutTable, textsOfRollout } from '../tables/closing-tables.ts';
import type { Block } from './blocks.ts';
import type { Numbering } from './numbering.ts';
import type { Making } from './sections.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

const rollout = (input: ReportContext, number: Numbering, planned: NonNullable<ClosingPlans['rollout']>): Block[] => {
  const { finding } = planned;
  const { people, costVnd, plan, proof, notes } = finding;
  const { t, count, billion, share, asked } = textsOfRollout(input, finding);
  const left = leftOutTable(input, planned);
  return [
    number.subsection(t('document.heading.closingRollout', asked)),
    paragraph(
      t('document.text.closingRollout', {
        ...asked,
        unserved: count(people.unserved),
        served: count(people.served),
        options: count(plan.length),
        low: billion(costVnd.low),
        central: billion(costVnd.central),
        high: billion(costVnd.high),
      }),
    ),
    paragraph(
      proof.gap === null
        ? t('document.text.closingUnproven')
        : t('document.text.closingProof', { gap: share(proof.gap, 2) }),
    ),
    ...notes.map((note) => paragraph(t(`rollout.note.${note}`))),
    ...(plan.length > 0 ? [number.table(rolloutTable(input, planned))] : []),
    ...(left.rows.length > 0 ? [number.table(left)] : []),
  ];
};

const fibre = (input: ReportContext, number: Numbering, finding: NonNullable<ClosingPlans['fibre']>): Block[] => {
  const { t, count, billion, share, number: written } = input.texts;
  const { bill, proof, hamlets, notes } = finding;
  return [
    number.subsection(t('document.heading.closingFibre')),
    paragraph(
      t('document.text.closingFibre', {
        hamlets: count(hamlets.length),
        km: written(bill.aerialKm + bill.buriedKm, 1),
        low: billion(bill.cableVnd.low),
        central: billion(bill.cableVnd.central),
        high: billion(bill.cableVnd.high),
        bound: billion(proof.boundVnd),
        gap: share(proof.gap, 2),
      }),
    ),
    ...notes.map((note) => paragraph(t(`fibre.note.${note}`))),
    number.table(fibrePlanTable(input, finding)),
  ];
};

const resilience = (
  input: ReportContext,
  number: Numbering,
  finding: NonNullable<ClosingPlans['resilience']>,
): Block[] => {
  const { t, count, share } = input.texts;
  const { people, peopleBySites, hamletsBySites, notes } = finding;
  return [
    number.subsection(t('document.heading.closingResilience')),
    paragraph(
      t('document.text.closingResilience', {
        people: count(peopleBySites[1]),
        share: share(people === 0 ? 0 : peopleBySites[1] / people),
        hamlets: count(hamletsBySites[1]),
      }),
    ),
    ...notes.map((note) => paragraph(t(`resilience.note.${note}`))),
    number.table(failuresTable(input, finding)),
  ];
};

/** What closes the gaps, where it was worked out before the report was asked for; nothing where it was not. */
export const closing = ({ input, number }: Making): Block[] => {
  const plans = input.closing;
  if (!plans || !(plans.rollout || plans.fibre || plans.resilience)) return [];
  return [
    number.section(input.texts.t('document.heading.closing')),
    ...(plans.rollout ? rollout(input, number, plans.rollout) : []),
    ...(plans.fibre ? fibre(input, number, plans.fibre) : []),
    ...(plans.resilience ? resilience(input, number, plans.resilience) : []),
  ];
};
