import { t } from '../../i18n/language.ts';
import { currentMap, goHome } from '../app-state/go-to.ts';
import { Icon } from '../kit/icon.tsx';

export const MapControls = () => (
  <fieldset class="map-controls" aria-label={t('map.label')}>
    <button
      type="button"
      class="icon-button"
      aria-label={t('map.zoomIn')}
      title={t('map.zoomIn')}
      onClick={() => currentMap()?.zoomBy(1)}
    >
      <Icon name="plus" />
    </button>
    <button
      type="button"
      class="icon-button"
      aria-label={t('map.zoomOut')}
      title={t('map.zoomOut')}
      onClick={() => currentMap()?.zoomBy(-1)}
    >
      <Icon name="minus" />
    </button>
    <button
      type="button"
      class="icon-button"
      aria-label={t('map.home')}
      title={t('map.home')}
      onClick={() => goHome(true)}
    >
      <Icon name="home" />
    </button>
  </fieldset>
);
