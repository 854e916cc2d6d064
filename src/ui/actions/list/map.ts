import { t } from '../../../i18n/language.ts';
import { currentMap, goHome, hasMap } from '../../app-state/go-to.ts';
import type { Action } from '../action.ts';

const withoutMap = (): string | null => (hasMap.value ? null : t('map.none'));

export const homeAction: Action = {
  id: 'home',
  group: 'map',
  icon: 'home',
  label: () => t('map.home'),
  keys: [{ key: 'h' }],
  whyNot: withoutMap,
  run: () => goHome(true),
};

export const zoomInAction: Action = {
  id: 'zoom-in',
  group: 'map',
  icon: 'plus',
  label: () => t('map.zoomIn'),
  whyNot: withoutMap,
  run: () => currentMap()?.zoomBy(1),
};

export const zoomOutAction: Action = {
  id: 'zoom-out',
  group: 'map',
  icon: 'minus',
  label: () => t('map.zoomOut'),
  whyNot: withoutMap,
  run: () => currentMap()?.zoomBy(-1),
};

export const mapActions: readonly Action[] = [
  {
    id: 'focus-map',
    group: 'map',
    icon: 'selection',
    label: () => t('help.map'),
    keys: [{ key: 'm' }],
    whyNot: withoutMap,
    run: () => currentMap()?.focus(),
  },
  homeAction,
  zoomInAction,
  zoomOutAction,
];
