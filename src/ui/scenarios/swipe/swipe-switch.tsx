import { t } from '../../../i18n/language.ts';
import { sheetHeight } from '../../app-state/view.ts';
import { faultText } from '../../coverage/words.ts';
import { CheckField } from '../../kit/check-field.tsx';
import { RunProgress } from '../../kit/run-progress.tsx';
import { cancelSwipeCoverage, stopSwiping, swipeCoverageOn, swipeCoverageRun, swipeShare, swiping } from './swipe.ts';

const begin = (): void => {
  swipeShare.value = 0.5;
  swiping.value = true;
  // a sheet pulled up hides the map it is about
  if (sheetHeight.peek() === 'full') sheetHeight.value = 'half';
};

/** Lays the two scenarios over each other on the map, their coverage too where it is asked for. */
export const SwipeSwitch = () => {
  const isOn = swiping.value;
  const state = swipeCoverageRun.value;
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
                  onCancel={cancelSwipeCoverage}
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
