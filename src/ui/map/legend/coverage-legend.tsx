import { t } from '../../../i18n/language.ts';
import { settingsOf } from '../../../study/apply-scenario.ts';
import { opened, study } from '../../app-state/study.ts';
import {
  coverage,
  coverageKind,
  coverageOperator,
  operatorName,
  SignalLevels,
  shownImage,
  soloSite,
} from '../../coverage/index.ts';
import { KindBadge } from '../../kit/kind-badge.tsx';
import { swipeHasCoverage, swiping } from '../../scenarios/index.ts';

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
