import type { FibreFinding } from '../../../fibre/fibre-types.ts';
import { formatNumber, formatShare } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import { Fact, Facts } from '../../kit/facts.tsx';
import { billion, rangeText } from '../cost.tsx';

/** The tree in figures: kilometres, cost, how near to the cheapest it is proven to be, and where radio costs less. */
export const FibreFigures = ({ finding }: { finding: FibreFinding }) => {
  const { bill, proof, hamlets, wireless, notes, unreached } = finding;
  return (
    <section class="block" data-fibre="done" aria-live="polite">
      <h3>{t('closing.figures.title')}</h3>
      <p class="closing-lead">
        {t('closing.fibre.lead', {
          hamlets: formatNumber(hamlets.length),
          km: formatNumber(bill.aerialKm + bill.buriedKm),
          cost: billion(bill.cableVnd.central),
          range: rangeText(bill.cableVnd),
        })}
      </p>
      <p class="quiet">
        {t('closing.fibre.proof', { bound: billion(proof.boundVnd), gap: formatShare(proof.gap, 2) })}
      </p>
      <Facts>
        <Fact name={t('closing.fibre.aerial')}>{formatNumber(bill.aerialKm, 1)}</Fact>
        <Fact name={t('closing.fibre.buried')}>{formatNumber(bill.buriedKm, 1)}</Fact>
        <Fact name={t('closing.fibre.roads')}>{formatNumber(bill.roadKm, 1)}</Fact>
        <Fact name={t('closing.fibre.homes')}>{formatNumber(bill.homes)}</Fact>
        <Fact name={t('closing.fibre.homesCost')}>
          {billion(bill.homesVnd.central)} <span class="quiet">({rangeText(bill.homesVnd)})</span>
        </Fact>
        {wireless.branches.length > 0 && (
          <>
            <Fact name={t('closing.fibre.radioHamlets')}>
              {formatNumber(wireless.branches.reduce((sum, { hamletIds }) => sum + hamletIds.length, 0))}
            </Fact>
            <Fact name={t('closing.fibre.mixed')}>
              {billion(wireless.mixedVnd.central)}{' '}
              <span class="quiet">
                ({t('closing.fibre.against', { cost: billion(wireless.fibreOnlyVnd.central) })})
              </span>
            </Fact>
          </>
        )}
        {unreached.length > 0 && <Fact name={t('closing.fibre.unreached')}>{formatNumber(unreached.length)}</Fact>}
      </Facts>
      {notes.map((note) => (
        <p key={note} class="quiet closing-note">
          {t(`fibre.note.${note}`)}
        </p>
      ))}
    </section>
  );
};
