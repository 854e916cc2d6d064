import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import { flyToPositions } from '../../app-state/go-to.ts';
import { CheckField } from '../../kit/check-field.tsx';
import { Disclosure } from '../../kit/disclosure.tsx';
import { Work } from '../work.tsx';
import { addPlace } from './rollout-question.ts';
import {
  findWhereNext,
  whereNextHeightM,
  whereNextHeights,
  whereNextJob,
  whereNextMap,
  whereNextOn,
} from './where-next-job.ts';

const peaksShown = 5;

const Peaks = () => {
  const peaks = [...(whereNextMap.value?.candidates ?? [])].sort((a, b) => b.people - a.people).slice(0, peaksShown);
  if (peaks.length === 0) return null;
  return (
    <ul class="closing-decided" aria-label={t('closing.whereNext.peaks')}>
      {peaks.map(({ position, people }) => {
        const at = t('closing.places.at', { lat: formatNumber(position[1], 4), lon: formatNumber(position[0], 4) });
        return (
          <li key={position.join(' ')}>
            <button type="button" class="link" onClick={() => flyToPositions([position])}>
              {at}
            </button>
            <span class="tabular">{t('closing.people', { people: formatNumber(people) })}</span>
            <button
              type="button"
              class="link"
              aria-label={t('closing.whereNext.use', { place: at })}
              onClick={() => addPlace(position)}
            >
              {t('closing.places.add')}
            </button>
          </li>
        );
      })}
    </ul>
  );
};

/** The map of whom a mast would serve from where: its height, its best places. */
export const WhereNext = () => {
  const isKnown = whereNextMap.value !== null;
  return (
    <Disclosure title={t('closing.whereNext.title')}>
      <p class="quiet">{t('closing.whereNext.note')}</p>
      <div class="closing-layer">
        <CheckField name="whereNext" label={t('closing.whereNext.on')} on={whereNextOn} />
        <label class="field">
          <span>{t('closing.whereNext.height')}</span>
          <select
            name="whereNextHeight"
            value={whereNextHeightM.value}
            onChange={(event) => {
              whereNextHeightM.value = Number(event.currentTarget.value);
            }}
          >
            {whereNextHeights.map((height) => (
              <option key={height} value={height}>
                {t('closing.plan.height', { height })}
              </option>
            ))}
          </select>
        </label>
      </div>
      {whereNextOn.value && !isKnown && (
        <Work job={whereNextJob} action="where-next" start={t('closing.whereNext.compute')} onStart={findWhereNext} />
      )}
      {whereNextOn.value && <Peaks />}
    </Disclosure>
  );
};
