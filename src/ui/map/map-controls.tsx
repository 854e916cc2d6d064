import { t } from '../../i18n/language.ts';
import { Icon } from '../parts/icon.tsx';
import { currentMap, goHome } from './go-to.ts';

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
