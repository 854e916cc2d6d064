import { t } from '../../../i18n/language.ts';
import { faultText } from '../../app-state/fault-text.ts';
import { sheetHeight } from '../../app-state/view.ts';
import { CheckField } from '../../kit/check-field.tsx';
import { RunProgress } from '../../kit/run-progress.tsx';
import { swipeCoverageJob } from './swipe-coverage.ts';
import { stopSwiping, swipeCoverageOn, swipeShare, swiping } from './swiping.ts';

/** Coverage that is not waited for is not asked for. */
const cancelCoverage = (): void => {
  swipeCoverageOn.value = false;
};

const begin = (): void => {
  swipeShare.value = 0.5;
  swiping.value = true;
  // a sheet pulled up hides the map it is about
  if (sheetHeight.peek() === 'full') sheetHeight.value = 'half';
};

/** Lays the two scenarios over each other on the map, their coverage too where it is asked for. */
export const SwipeSwitch = () => {
  const isOn = swiping.value;
  const state = swipeCoverageJob.state.value;
  return (
    <div class="swipe-switch">
      <button type="button" class="button" data-action="swipe" aria-pressed={isOn} onClick={isOn ? stopSwiping : begin}>
        {t('scenarios.swiping.swipe')}
      </button>
      {isOn && (
        <>
          <p class="quiet">{t('scenarios.swiping.hint')}</p>
          <CheckField name="swipeCoverage" label={t('scenarios.swiping.coverage')} on={swipeCoverageOn} />
          {swipeCoverageOn.value && (
            <div data-swipe-coverage={state.kind} role="status">
              {state.kind === 'running' && (
                <RunProgress
                  state={state}
                  text={t('scenarios.swiping.working')}
                  label={t('scenarios.swiping.progress')}
                  onCancel={cancelCoverage}
                />
              )}
              {state.kind === 'failed' && <p>{t('coverage.failed', { message: faultText(state.error) })}</p>}
            </div>
          )}
        </>
      )}
    </div>
  );
};
