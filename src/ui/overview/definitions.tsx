import { askedOf } from '../../coverage/service/asked.ts';
import type { Findings } from '../../findings/findings.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { StatusMark } from '../kit/status-mark.tsx';

/** What each figure counts, with the settings of this run in place. */
export const Definitions = ({ findings: { service, sharing } }: { findings: Findings }) => {
  const { today } = sharing;
  const settings = {
    ...askedOf(service),
    threshold: formatNumber(service.thresholdDbm),
    height: formatNumber(service.receiverHeightM, 1),
    percent: service.locationPercent,
  };
  const fraction = (shared: number, all: number, rate: number) => ({
    shared: formatNumber(shared),
    sites: formatNumber(all),
    rate: formatShare(rate),
  });
  return (
    <dl class="definitions">
      <dt>
        <StatusMark status="served" /> {t('definition.served', settings)}
      </dt>
      <dd>{t('definition.servedText', settings)}</dd>
      <dt>
        <StatusMark status="partial" /> {t('definition.hole', settings)}
      </dt>
      <dd>{t('definition.holeText', settings)}</dd>
      <dt>
        <StatusMark status="none" /> {t('definition.none', settings)}
      </dt>
      <dd>{t('definition.noneText', settings)}</dd>
      <dt>{t('definition.fibre')}</dt>
      <dd>{t('definition.fibreText')}</dd>
      <dt>{t('definition.d1')}</dt>
      <dd>
        <span class="formula">{t('definition.d1Formula')}</span>
        {t('definition.d1Text', fraction(today.sharedSites, today.sites, today.d1))}
      </dd>
      <dt>{t('definition.d2')}</dt>
      <dd>
        <span class="formula">{t('definition.d2Formula')}</span>
        {t('definition.d2Text', fraction(today.sharedTenancies, today.tenancies, today.d2))}
      </dd>
      <dt>{t('definition.certainty')}</dt>
      <dd>{t('definition.certaintyText')}</dd>
    </dl>
  );
};
