import '../tasks.css';
import '../../i18n/task-texts.ts';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { faultText } from '../app-state/fault-text.ts';
import { lookup, opened } from '../app-state/study.ts';
import { useFocusBack } from '../kit/focus-back.ts';
import { Icon } from '../kit/icon.tsx';
import { PlaceLink } from '../kit/place-link.tsx';
import { PathChart } from './path-chart.tsx';
import {
  type Carrier,
  carriersOf,
  changePath,
  closePath,
  pathJob,
  pathQuestion,
  pathSettings,
} from './path-question.ts';
import { PathTargetFields } from './path-target.tsx';
import { PathTerms } from './path-terms.tsx';
import { PathWords } from './path-words.tsx';

const keyOf = ({ operator, technology, band }: Carrier): string => `${operator}|${technology}|${band}`;

const Answer = () => {
  const state = pathJob.state.value;
  const isWorking = state.kind === 'running';
  const { thresholdDbm, locationPercent, receiverHeightM, model } = pathSettings.value;
  const manifest = opened.value?.pack.manifest;
  if (state.kind === 'failed') return <p role="alert">{t('path.failed', { message: faultText(state.error) })}</p>;
  const link = pathJob.result.value;
  if (!link || !manifest) return <p class="quiet">{t(isWorking ? 'path.working' : 'path.chooseHint')}</p>;
  if (Number.isNaN(link.levelDbm)) return <p role="alert">{t('path.noGround')}</p>;
  return (
    <div class="path-body" aria-busy={isWorking}>
      <div class="path-main">
        <PathWords link={link} thresholdDbm={thresholdDbm} model={model} />
        <PathChart path={link.path} />
      </div>
      <PathTerms
        link={link}
        thresholdDbm={thresholdDbm}
        locationPercent={locationPercent}
        receiverHeightM={receiverHeightM}
        model={model}
        manifest={manifest}
      />
    </div>
  );
};

/** From a site's carrier to a point: what arrives, and why. */
export const PathPanel = () => {
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusBack();
  useEffect(() => heading.current?.focus(), []);
  const question = pathQuestion.value;
  const site = question && lookup.value?.site(question.siteId);
  if (!question || !site) return null;
  const carriers = carriersOf(site);
  return (
    <section class="path" aria-label={t('path.title')}>
      <header class="path-head">
        <h2 ref={heading} tabIndex={-1}>
          {t('path.title')}
        </h2>
        <p class="path-from">
          <span class="quiet">{t('path.from')}</span>{' '}
          <PlaceLink kind="site" id={site.id}>
            {site.id}
          </PlaceLink>
        </p>
        <button
          type="button"
          class="icon-button"
          aria-label={t('path.close')}
          title={t('path.close')}
          onClick={closePath}
        >
          <Icon name="close" />
        </button>
      </header>
      <div class="path-fields">
        <label class="field">
          <span>{t('path.carrier')}</span>
          <select
            value={keyOf(question)}
            onChange={(event) => {
              const chosen = carriers.find((carrier) => keyOf(carrier) === event.currentTarget.value);
              if (chosen) changePath(chosen);
            }}
          >
            {carriers.map((carrier) => (
              <option key={keyOf(carrier)} value={keyOf(carrier)}>
                {t('path.carrierOption', {
                  operator: lookup.value?.operatorName(carrier.operator) ?? carrier.operator,
                  technology: carrier.technology,
                  band: carrier.band,
                })}
              </option>
            ))}
          </select>
        </label>
        <PathTargetFields question={question} site={site} />
      </div>
      <div role="status" class="visually-hidden">
        {pathJob.state.value.kind === 'running' ? t('path.working') : ''}
      </div>
      <Answer />
    </section>
  );
};
