import { formatNumber, formatShare } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import { optionKinds, type RolloutFinding } from '../../../rollout/rollout-types.ts';
import { Fact, Facts } from '../../kit/facts.tsx';
import { billion, rangeText } from '../cost.tsx';

const proofText = ({ proof: { gap, repairs } }: RolloutFinding, isDraft: boolean): string => {
  const told = isDraft
    ? t('closing.proof.seeking')
    : gap === null
      ? t('closing.proof.none')
      : t(gap === 0 ? 'closing.proof.best' : 'closing.proof.gap', { gap: formatShare(gap, 2) });
  return repairs > 0 ? `${told} ${t('closing.proof.repairs', { count: repairs })}` : told;
};

const Kinds = ({ plan }: Pick<RolloutFinding, 'plan'>) => {
  const counts = optionKinds
    .map((kind) => ({ kind, count: plan.filter((option) => option.kind === kind).length }))
    .filter(({ count }) => count > 0);
  return (
    <>
      {counts.map(({ kind, count }) => (
        <Fact key={kind} name={t(`closing.kind.${kind}`)}>
          <span data-count={kind}>{formatNumber(count)}</span>
        </Fact>
      ))}
    </>
  );
};

/** The plan in figures: who is without, who gets it, what that takes, and how good the plan is known to be. */
export const RolloutFigures = ({ finding, isDraft }: { finding: RolloutFinding; isDraft: boolean }) => {
  const { people, costVnd, plan, sharing, proof, notes, demands } = finding;
  return (
    <section class="block" data-plan={isDraft ? 'draft' : 'final'} aria-live="polite">
      <h3>{t('closing.figures.title')}</h3>
      <p class="closing-lead">
        {t('closing.figures.lead', {
          served: formatNumber(people.served),
          unserved: formatNumber(people.unserved),
          cost: billion(costVnd.central),
          range: rangeText(costVnd),
        })}
      </p>
      <p class="quiet" data-figure="rollout-proof" data-method={proof.method}>
        {proofText(finding, isDraft)}
      </p>
      <Facts>
        <Fact name={t('closing.figures.unserved')}>{formatNumber(people.unserved)}</Fact>
        <Fact name={t('closing.figures.places')}>{formatNumber(demands.length)}</Fact>
        <Fact name={t('closing.figures.reachable')}>{formatNumber(people.reachable)}</Fact>
        <Fact name={t('closing.figures.served')}>
          <strong data-figure="rollout-served" data-value={people.served}>
            {formatNumber(people.served)}
          </strong>
        </Fact>
        <Fact name={t('closing.figures.built')}>{formatNumber(plan.length)}</Fact>
        <Kinds plan={plan} />
        <Fact name={t('closing.figures.sharing')}>
          {formatShare(sharing.before, 2)} → {formatShare(sharing.after, 2)}
        </Fact>
      </Facts>
      {notes.map((note) => (
        <p key={note} class="quiet closing-note">
          {t(`rollout.note.${note}`)}
        </p>
      ))}
    </section>
  );
};
