import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { hamletMarks, shareSteps, siteMarks } from '../../map/classes.ts';
import { siteIconUrl } from '../../map/icons.ts';
import { palettes } from '../../map/palette.ts';
import type { LayerName } from '../../model/pack.ts';
import { KindBadge } from '../parts/kind-badge.tsx';
import { StatusMark } from '../parts/status-mark.tsx';
import { theme } from '../state/preferences.ts';
import { findings, lookup, opened } from '../state/study.ts';
import { filter, shownLayers, task } from '../state/view.ts';
import { narrowScreen } from './padding.ts';

const percent = (share: number): string => formatNumber(share * 100);

const shareLabel = (index: number): string => {
  const [, low, middle, high] = shareSteps;
  return [
    t('map.shareZero'),
    t('map.shareBelow', { high: percent(low) }),
    t('map.shareBetween', { low: percent(low), high: percent(middle) }),
    t('map.shareBetween', { low: percent(middle), high: percent(high) }),
    t('map.shareAbove', { low: percent(high) }),
  ][index];
};

const Title = ({ layer, text }: { layer: LayerName; text: string }) => {
  const kind = opened.value?.pack.manifest.provenance[layer].kind;
  return (
    <p class="legend-title">
      {text} {kind && <KindBadge kind={kind} />}
    </p>
  );
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
      <ul>
        {hamletMarks
          .filter(({ hamletClass }) => (hamletClass === 'pending') === (found === null))
          .map(({ hamletClass, label }) => (
            <li key={hamletClass}>
              <StatusMark status={hamletClass} /> {t(label)}
            </li>
          ))}
      </ul>
    </>
  );
};

const Sites = () => (
  <>
    <Title layer="sites" text={t('map.siteTenancy')} />
    <ul>
      {siteMarks.map(({ icon, from, label }) => (
        <li key={icon}>
          <img src={siteIconUrl(theme.value, from)} alt="" width="18" height="18" /> {t(label)}
        </li>
      ))}
      {task.value === 'sharing' && (
        <li>
          <span class="legend-line" style={{ background: palettes[theme.value].merge }} /> {t('map.merge')}
        </li>
      )}
    </ul>
    {task.value !== 'sharing' && <p class="quiet">{t('map.sitesFrom')}</p>}
  </>
);

const Shares = () => (
  <>
    <p class="legend-title">{t('map.communeShare')}</p>
    <ul>
      {palettes[theme.value].share.map((colour, index) => (
        <li key={colour}>
          <span class="legend-swatch" style={{ background: colour }} /> {shareLabel(index)}
        </li>
      ))}
    </ul>
  </>
);

/** What the map's marks and tints mean, and where the layers come from. */
export const Legend = () => {
  if (!opened.value) return null;
  const shown = shownLayers.value;
  return (
    <details class="legend" open={!window.matchMedia(narrowScreen).matches}>
      <summary>{t('map.legend')}</summary>
      {shown.has('hamlets') && task.value !== 'sharing' && <Hamlets />}
      {shown.has('sites') && <Sites />}
      {shown.has('communes') && findings.value && <Shares />}
    </details>
  );
};
