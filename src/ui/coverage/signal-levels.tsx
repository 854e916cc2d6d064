import { signalClasses } from '../../coverage/raster/ramp.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { asked } from '../app-state/asked.ts';
import { theme } from '../app-state/preferences.ts';
import { coverageLook, servedFromDbm } from './look/coverage-look.ts';
import { classLabel } from './words.ts';

/** Classes of level and their colours, strongest first. */
export const SignalLevels = () => {
  const { thresholdDbm, ramp } = coverageLook.value;
  return (
    <>
      <ul class="legend-levels">
        {signalClasses(ramp, theme.value).map((each) => {
          const isHidden = each.below !== null && each.below <= thresholdDbm;
          return (
            <li key={each.colour} data-hidden={isHidden}>
              <span class="legend-swatch" style={isHidden ? undefined : { background: each.colour }} />
              <span>{classLabel(each, thresholdDbm)}</span>
              {isHidden && <span class="visually-hidden">{t('coverage.classHidden')}</span>}
            </li>
          );
        })}
      </ul>
      {thresholdDbm < servedFromDbm.value && (
        <p class="quiet">{t('coverage.belowService', { ...asked.value, served: formatNumber(servedFromDbm.value) })}</p>
      )}
    </>
  );
};
