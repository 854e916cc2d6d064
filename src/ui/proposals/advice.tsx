import { askedOf } from '../../coverage/service/asked.ts';
import { formatBillionVnd, formatNumber, formatShare } from '../../i18n/format.ts';
import { language, t } from '../../i18n/language.ts';
import type { Range } from '../../model/facts.ts';
import type { Assessment } from '../../proposal/assessment.ts';
import { verdicts } from '../../proposal/proposal-findings.ts';
import { assessmentGeoJson } from '../../report/proposals/write-assessment-geojson.ts';
import { rateBy } from '../../sharing/rate.ts';
import { Fact, Facts } from '../kit/facts.tsx';
import { saveFile } from '../kit/save-file.ts';
import { saveAssessmentDocx } from './save-docx.ts';
import { VerdictBadge } from './verdict-badge.tsx';

const Money = ({ range }: { range: Range }) => (
  <>
    {t('unit.billionVnd', { value: formatBillionVnd(range.central) })}
    <span class="figure-note">
      {t('proposal.range', { low: formatBillionVnd(range.low), high: formatBillionVnd(range.high) })}
    </span>
  </>
);

/** The sums over all files, and the ways out. */
export const Advice = ({ assessment }: { assessment: Assessment }) => {
  const { totals, today, rules, service } = assessment;
  const asked = askedOf(service);
  const rate = (of: typeof today): string => formatShare(rateBy(of, rules.definition), 2);
  return (
    <section class="block">
      <h3>{t('proposal.all')}</h3>
      <ul class="verdict-counts">
        {verdicts.map((verdict) => (
          <li key={verdict}>
            <strong class="tabular">{formatNumber(totals.byVerdict[verdict])}</strong>{' '}
            <VerdictBadge verdict={verdict} />
          </li>
        ))}
      </ul>
      <Facts>
        <Fact name={t('proposal.newPeople', asked)}>
          {formatNumber(totals.gain.own.people)}
          <span class="figure-note">
            {t('proposal.newPeopleAny', asked)}: {formatNumber(totals.gain.any.people)}
          </span>
        </Fact>
        <Fact name={t('proposal.newHamlets', asked)}>{formatNumber(totals.gain.own.hamletsServed)}</Fact>
        <Fact name={t('proposal.buildCost')}>
          <Money range={totals.buildVnd} />
        </Fact>
        <Fact name={t('proposal.adviceCost')}>
          <Money range={totals.adviceVnd} />
        </Fact>
        <Fact name={t('proposal.rate', { definition: rules.definition })}>
          {t('proposal.rateChange', {
            today: rate(today),
            built: rate(totals.rate.asBuilt),
            advised: rate(totals.rate.asAdvised),
          })}
        </Fact>
      </Facts>
      <div class="proposal-actions">
        <button
          type="button"
          class="button"
          onClick={() => saveFile('tham-tra-de-xuat.geojson', assessmentGeoJson(assessment))}
        >
          {t('proposal.saveGeojson')}
        </button>
        <button type="button" class="button" onClick={() => void saveAssessmentDocx(assessment, language())}>
          {t('proposal.saveDocx')}
        </button>
      </div>
    </section>
  );
};
