import { t } from '../../i18n/language.ts';
import { ActionButton, homeAction, zoomInAction, zoomOutAction } from '../actions/index.ts';

export const MapControls = () => (
  <fieldset class="map-controls" aria-label={t('map.label')}>
    <ActionButton action={zoomInAction} />
    <ActionButton action={zoomOutAction} />
    <ActionButton action={homeAction} />
  </fieldset>
);
