import '../tasks.css';
import '../../i18n/task-texts.ts';
import { t } from '../../i18n/language.ts';
import type { SharingFinding } from '../../sharing/plan/plan-types.ts';
import { findings } from '../app-state/run.ts';
import { PlanCoverageBlock } from './coverage/plan-coverage-block.tsx';
import { Frontier } from './frontier/frontier.tsx';
import { Accounts, RentParts } from './money/accounts.tsx';
import { MoneyTable } from './money/money-table.tsx';
import { Parameters } from './money/parameters.tsx';
import { Uncertainty } from './money/uncertainty.tsx';
import { Pairs } from './pairs/pairs.tsx';
import { Rejected } from './pairs/rejected.tsx';
import { GoalForm } from './plan/goal-form.tsx';
import { PlanActions } from './plan/plan-actions.tsx';
import { Rates } from './plan/rates.tsx';
import { ServiceEffect } from './plan/service-effect.tsx';
import { sharingSettings, sharingView, sharingViews } from './sharing-view.ts';

const Plan = ({ sharing }: { sharing: SharingFinding }) => {
  const settings = sharingSettings.value;
  return (
    <>
      {settings && <GoalForm {...settings} sharing={sharing} />}
      <Rates sharing={sharing} />
      <PlanActions />
      <MoneyTable money={sharing.money} brief />
      <ServiceEffect service={sharing.service} />
      <PlanCoverageBlock sharing={sharing} />
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
