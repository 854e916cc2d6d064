import '../../i18n/task-texts.ts';
import '../tasks.css';
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { createScenario } from '../../study/scenarios.ts';
import { changeStudy, freeScenarioName, study } from '../app-state/study.ts';
import { followComparison } from './compare/comparing.ts';
import { Comparison } from './compare/comparison.tsx';
import { BaseRow, ScenarioRow } from './scenario-row.tsx';
import { followSwipe } from './swipe/swipe-coverage.ts';

const begin = (): void => changeStudy((before) => createScenario(before, freeScenarioName(before)));

/** The branches over the locked base: which is at work, and how two of them differ. */
export const Scenarios = () => {
  useEffect(followComparison, []);
  useEffect(followSwipe, []);
  const open = study.value;
  return (
    <>
      <h2>{t('scenarios.title')}</h2>
      <p class="quiet">{t('scenarios.intro')}</p>
      {open && (
        <>
          <ul class="list scenario-list" aria-label={t('scenarios.title')}>
            <BaseRow isCurrent={open.current === null} />
            {open.scenarios.map((scenario) => (
              <ScenarioRow key={scenario.id} scenario={scenario} isCurrent={open.current === scenario.id} />
            ))}
          </ul>
          <button type="button" class="button" data-action="new-scenario" onClick={begin}>
            {t('scenarios.new')}
          </button>
          {open.scenarios.length > 0 && <Comparison study={open} />}
        </>
      )}
    </>
  );
};
