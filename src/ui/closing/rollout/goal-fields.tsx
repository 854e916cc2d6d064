import { useRef } from 'preact/hooks';
import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import { NumberField } from '../../kit/number-field.tsx';
import { billion } from '../cost.tsx';
import { curveJob } from './curve-job.ts';
import { planned } from './rollout-jobs.ts';
import { budgetVnd, goalKind, goalKinds, leastShare } from './rollout-question.ts';

const sliderSteps = 200;

/** What everybody costs, where it is known. */
const dearest = (): number => {
  const points = curveJob.result.value?.points;
  return points?.[points.length - 1]?.costVnd.central ?? planned.value?.result.finding.costVnd.central ?? 0;
};

const leastEndVnd = 1e9;

const Budget = () => {
  // what was slid down from can be slid back to
  const most = useRef(leastEndVnd);
  most.current = Math.max(most.current, dearest(), budgetVnd.value);
  const end = most.current;
  const least = end / sliderSteps;
  return (
    <div class="target-field">
      <input
        type="range"
        aria-label={t('closing.goal.budget')}
        min={least}
        max={end}
        step={least}
        value={budgetVnd.value}
        aria-valuetext={t('closing.billion', { value: billion(budgetVnd.value) })}
        onInput={(event) => {
          budgetVnd.value = event.currentTarget.valueAsNumber;
        }}
      />
      <NumberField
        label={t('closing.goal.budgetBillion')}
        name="budget"
        value={Number((budgetVnd.value / 1e9).toFixed(3))}
        onChange={(value) => {
          if (!(value > 0)) return t('closing.goal.aboveZero');
          budgetVnd.value = value * 1e9;
          return null;
        }}
      />
    </div>
  );
};

const Share = () => {
  const percent = Number((leastShare.value * 100).toFixed(1));
  return (
    <div class="target-field">
      <input
        type="range"
        aria-label={t('closing.goal.share')}
        min={50}
        max={100}
        step={0.5}
        value={percent}
        aria-valuetext={t('unit.percent', { value: formatNumber(percent, 1) })}
        onInput={(event) => {
          leastShare.value = event.currentTarget.valueAsNumber / 100;
        }}
      />
      <NumberField
        label={t('closing.goal.sharePercent')}
        name="leastShare"
        value={percent}
        onChange={(value) => {
          if (!(value > 0 && value <= 100)) return t('closing.goal.percentRange');
          leastShare.value = value / 100;
          return null;
        }}
      />
    </div>
  );
};

/** What the plan is after. A change of it makes a plan at once where the options are known. */
export const GoalFields = () => (
  <>
    <fieldset class="segments" aria-label={t('closing.goal.title')}>
      {goalKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          data-goal={kind}
          aria-pressed={goalKind.value === kind}
          onClick={() => {
            goalKind.value = kind;
          }}
        >
          {t(`closing.goal.kind.${kind}`)}
        </button>
      ))}
    </fieldset>
    <p class="quiet">{t(`closing.goal.note.${goalKind.value}`)}</p>
    {goalKind.value === 'budget' && <Budget />}
    {goalKind.value === 'share' && <Share />}
  </>
);
