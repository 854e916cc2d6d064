import { t } from '../../i18n/language.ts';
import { settingsOf } from '../../study/apply-scenario.ts';
import { KindBadge } from '../parts/kind-badge.tsx';
import { coverage, coverageOperator } from '../state/coverage.ts';
import { shownImage } from '../state/coverage-picture.ts';
import { soloSite } from '../state/site-coverage.ts';
import { opened, study } from '../state/study.ts';
import { swipeHasCoverage, swiping } from '../state/swipe.ts';
import { SignalLevels } from './signal-levels.tsx';
import { coverageKind, operatorName } from './words.ts';

const title = (): string => {
  if (swiping.value) {
    const technology = study.value ? settingsOf(study.value).service.technology : '';
    return t('coverage.legend', { technology, who: operatorName(null) });
  }
  const site = soloSite.value;
  if (site) {
    const technology = study.value ? settingsOf(study.value).service.technology : '';
    return t('coverage.legendSite', { technology, site: site.id });
  }
  const technology = coverage.value?.result.settings.technology ?? '';
  return t('coverage.legend', { technology, who: operatorName(coverageOperator.value) });
};

/** Levels and their colours, while coverage is on the map. */
export const CoverageLegend = () => {
  const manifest = opened.value?.pack.manifest;
  const isShown = swiping.value ? swipeHasCoverage.value : shownImage.value !== null;
  if (!isShown || !manifest) return null;
  return (
    <>
      <p class="legend-title" data-legend="coverage">
        {title()} <KindBadge kind={coverageKind(manifest)} />
      </p>
      <SignalLevels />
    </>
  );
};
