import { t } from '../../i18n/language.ts';
import type { SharingFinding } from '../../sharing/plan/plan-types.ts';
import { sharingSettings, sharingView, sharingViews } from '../state/sharing.ts';
import { findings } from '../state/study.ts';
import { Accounts, RentParts } from './accounts.tsx';
import { Frontier } from './frontier.tsx';
import { GoalForm } from './goal-form.tsx';
import { MoneyTable } from './money-table.tsx';
import { Pairs } from './pairs.tsx';
import { Parameters } from './parameters.tsx';
import { PlanActions } from './plan-actions.tsx';
import { PlanCoverage } from './plan-coverage.tsx';
import { Rates } from './rates.tsx';
import { Rejected } from './rejected.tsx';
import { ServiceEffect } from './service-effect.tsx';
import { Uncertainty } from './uncertainty.tsx';

const Plan = ({ sharing }: { sharing: SharingFinding }) => {
  const settings = sharingSettings.value;
  return (
    <>
      {settings && <GoalForm {...settings} sharing={sharing} />}
      <Rates sharing={sharing} />
      <PlanActions />
      <MoneyTable money={sharing.money} brief />
      <ServiceEffect service={sharing.service} />
      <PlanCoverage sharing={sharing} />
      <Frontier targetRate={sharing.rules.targetRate} />
    </>
  );
};

const View = ({ sharing }: { sharing: SharingFinding }) => {
  if (sharingView.value === 'plan') return <Plan sharing={sharing} />;
  if (sharingView.value === 'parameters') return <Parameters />;
  if (sharingView.value === 'pairs') {
    return (
      <>
        <Pairs />
        <Rejected pairs={sharing.rejected} />
      </>
    );
  }
  return (
    <>
      <MoneyTable money={sharing.money} />
      <Uncertainty money={sharing.money} />
      <Accounts balances={sharing.balances} />
      <RentParts parts={sharing.money.rentParts} />
    </>
  );
};

/** The sharing plan: what it is to reach, which sites it merges, what that is worth, and by which figures. */
export const Sharing = () => {
  const sharing = findings.value?.sharing;
  return (
    <>
      <h2>{t('sharing.title')}</h2>
      {sharing ? (
        <>
          <fieldset class="segments sharing-views" aria-label={t('sharing.views')}>
            {sharingViews.map((view) => (
              <button
                key={view}
                type="button"
                data-view={view}
                aria-pressed={sharingView.value === view}
                onClick={() => {
                  sharingView.value = view;
                }}
              >
                {t(`sharing.view.${view}`)}
              </button>
            ))}
          </fieldset>
          <View sharing={sharing} />
        </>
      ) : (
        <p class="quiet">{t('run.notYet')}</p>
      )}
    </>
  );
};
