import { useRef, useState } from 'preact/hooks';
import { metresPerDegree } from '../../../geo/ellipsoid.ts';
import { t } from '../../../i18n/language.ts';
import type { Site } from '../../../model/site.ts';
import { operations } from '../../../study/operations/index.ts';
import { perform } from '../../app-state/perform.ts';
import { Disclosure } from '../../kit/disclosure.tsx';
import { Icon } from '../../kit/icon.tsx';
import { rounded } from './mast-drag.ts';
import { siteMovable } from './site-coverage.ts';

const stepsM = [10, 50, 250] as const;
const directions = [
  { name: 'north', east: 0, north: 1 },
  { name: 'west', east: -1, north: 0 },
  { name: 'east', east: 1, north: 0 },
  { name: 'south', east: 0, north: -1 },
] as const;

/** Steps nearer together than this are one move. */
const pauseMs = 1500;

/** Moves the site: by pointer on the map, or in steps. The site's form has its coordinates. */
export const MoveSite = ({ site }: { site: Site }) => {
  const [stepM, setStep] = useState<number>(stepsM[1]);
  const gesture = useRef({ id: '', lastMs: Number.NEGATIVE_INFINITY });
  const step = (east: number, north: number, atMs: number): void => {
    const { current } = gesture;
    if (atMs - current.lastMs > pauseMs) current.id = `move ${site.id} ${Date.now()}`;
    current.lastMs = atMs;
    const [lon, lat] = site.position;
    const { eastM, northM } = metresPerDegree(lat);
    const position = rounded([lon + (east * stepM) / eastM, lat + (north * stepM) / northM]);
    perform((study) => operations.moveSite(study, { id: site.id, position, gesture: current.id }));
  };
  return (
    <Disclosure title={t('coverage.site.moveTitle')}>
      <button
        type="button"
        class="button"
        data-action="move-mast"
        aria-pressed={siteMovable.value}
        onClick={() => {
          siteMovable.value = !siteMovable.value;
        }}
      >
        <Icon name="target" size={18} />
        {t('coverage.site.move')}
      </button>
      <p class="quiet">{t('coverage.site.moveHint')}</p>
      <div class="nudge">
        <fieldset class="nudge-pad" aria-label={t('coverage.site.moveTitle')}>
          {directions.map(({ name, east, north }) => (
            <button
              key={name}
              type="button"
              class="icon-button"
              data-nudge={name}
              aria-label={t(`coverage.site.${name}`, { step: stepM })}
              title={t(`coverage.site.${name}`, { step: stepM })}
              onClick={(event) => step(east, north, event.timeStamp)}
            >
              <Icon name="chevron" />
            </button>
          ))}
        </fieldset>
        <label class="field">
          <span>{t('coverage.site.step')}</span>
          <select value={stepM} onChange={(event) => setStep(Number(event.currentTarget.value))}>
            {stepsM.map((each) => (
              <option key={each} value={each}>
                {t('unit.m', { value: each })}
              </option>
            ))}
          </select>
        </label>
      </div>
    </Disclosure>
  );
};
