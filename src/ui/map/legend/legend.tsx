import type { Findings } from '../../../findings/findings.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import { hamletMarks, shareClasses, siteMarks } from '../../../map/classes.ts';
import { siteIconUrl } from '../../../map/icons.ts';
import { siteZoom } from '../../../map/map-state.ts';
import { type HamletClass, palettes } from '../../../map/palette.ts';
import type { LayerName } from '../../../model/pack.ts';
import { asked } from '../../app-state/asked.ts';
import { theme } from '../../app-state/preferences.ts';
import { findings } from '../../app-state/run.ts';
import { lookup, opened } from '../../app-state/study.ts';
import { filter, position, shownLayers, task } from '../../app-state/view.ts';
import { closingHeat, MarksLegend } from '../../closing/index.ts';
import { coverageOverlay } from '../../coverage/index.ts';
import { KindBadge } from '../../kit/kind-badge.tsx';
import { StatusMark } from '../../kit/status-mark.tsx';
import { swipeHasCoverage, swiping } from '../../scenarios/index.ts';
import { PlanLegend, planOverlay } from '../../sharing/index.ts';
import { UnitsSwitch } from '../../units/index.ts';
import { narrowScreen } from '../padding.ts';
import { CoverageLegend } from './coverage-legend.tsx';
import { OverlayLegend } from './overlay-legend.tsx';

const percent = (share: number): string => formatNumber(share * 100);

/** Words for a class of shares from `low` to `high`; open-ended where one is undefined. */
const shareLabel = ([low, high]: [number | undefined, number | undefined]): string => {
  if (low === undefined) return t('map.shareZero');
  if (high === undefined) return t('map.shareAbove', { low: percent(low) });
  const key = low < 0.001 ? 'map.shareBelow' : 'map.shareBetween';
  return t(key, { low: percent(low), high: percent(high) });
};

const Title = ({ layer, text }: { layer: LayerName; text: string }) => {
  const kind = opened.value?.pack.manifest.provenance[layer].kind;
  return (
    <p class="legend-title">
      {text} {kind && <KindBadge kind={kind} />}
    </p>
  );
};

/** What can't be known, or is absent, is told where there is some of it. */
const isShown = (hamletClass: HamletClass, found: Findings | null, operator: string | null): boolean => {
  if (hamletClass === 'pending' || !found) return (hamletClass === 'pending') === !found;
  if (hamletClass !== 'unknown' && hamletClass !== 'absent') return true;
  const { any, byOperator } = found.province;
  return (operator === null ? any : byOperator[operator])?.hamlets[hamletClass] > 0;
};

const Hamlets = () => {
  const operator = task.value === 'gaps' ? filter.value.operator : null;
  const name = operator === null ? t('common.any') : (lookup.value?.operatorName(operator) ?? operator);
  const found = findings.value;
  return (
    <>
      <Title
        layer="hamlets"
        text={
          found
            ? t('map.hamletStatus', { technology: found.service.technology, operator: name.toLowerCase() })
            : t('layer.hamlets')
        }
      />
      <ul class="legend-line-up">
        {hamletMarks
          .filter(({ hamletClass }) => isShown(hamletClass, found, operator))
          .map(({ hamletClass, label }) => (
            <li key={hamletClass}>
              <StatusMark status={hamletClass} /> {t(label)}
            </li>
          ))}
      </ul>
    </>
  );
};

const MergeMark = () => {
  const colour = palettes[theme.value].merge;
  return (
    <svg width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">
      <path d="M1 7h14" stroke={colour} stroke-width="3" stroke-linecap="round" />
      <circle cx="19" cy="7" r="5.5" fill={colour} fill-opacity="0.22" stroke={colour} stroke-width="1.8" />
    </svg>
  );
};

const Sites = () => (
  <>
    <Title layer="sites" text={t('map.siteTenancy')} />
    <ul class="legend-line-up">
      {siteMarks.map(({ icon, from, label }) => (
        <li key={icon}>
          <img src={siteIconUrl(theme.value, from)} alt="" width="18" height="18" /> {t(label)}
        </li>
      ))}
      {task.value === 'sharing' && findings.value && (
        <li>
          <MergeMark /> {t('map.merge')}
        </li>
      )}
    </ul>
  </>
);

/** Communes of which nothing is known are few or all: the class is told where there is one. */
const UnknownShare = () =>
  findings.value?.communes.some(({ people, any }) => people > 0 && any.unservedShare === null) ? (
    <li>
      <span class="legend-swatch" style={{ background: palettes[theme.value].shareUnknown }} />{' '}
      {t('map.shareUnknown', asked.value)}
    </li>
  ) : null;

const Shares = () => (
  <>
    <p class="legend-title">{t('map.communeShare', asked.value)}</p>
    <ul class="legend-ramp">
      {shareClasses(palettes[theme.value]).map(({ colour, from, below }) => (
        <li key={colour}>
          <span class="legend-swatch" style={{ background: colour }} /> {shareLabel([from, below])}
        </li>
      ))}
      <UnknownShare />
    </ul>
    <UnitsSwitch brief />
  </>
);

/** What the map's marks and tints mean, and where the layers come from. */
export const Legend = () => {
  if (!opened.value) return null;
  const shown = shownLayers.value;
  const isSharing = task.value === 'sharing';
  const hasRaster = coverageOverlay.value !== null || closingHeat.value !== null;
  const hasCoverage = swiping.value ? swipeHasCoverage.value : hasRaster;
  const zoom = position.value?.zoom ?? 0;
  return (
    <details class="legend" open={!window.matchMedia(narrowScreen).matches}>
      <summary>{t('map.legend')}</summary>
      {planOverlay.value ? <PlanLegend /> : <CoverageLegend />}
      {shown.has('hamlets') && !isSharing && <Hamlets />}
      {shown.has('sites') && zoom >= siteZoom[isSharing ? 'sharing' : 'service'] && <Sites />}
      {task.value === 'closing' && <MarksLegend />}
      <OverlayLegend />
      {shown.has('communes') && findings.value && !isSharing && !hasCoverage && <Shares />}
    </details>
  );
};
