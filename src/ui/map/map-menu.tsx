import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { PointerPlace } from '../../map/map-view.ts';
import { selectionAt } from '../../study/selection.ts';
import { lookup } from '../app-state/study.ts';
import { select, selection } from '../app-state/view.ts';
import { useFocusBack } from '../kit/focus-back.ts';
import { walkList } from '../kit/list-keys.ts';
import { MenuItem } from '../kit/menu.tsx';
import { addMastAt } from '../masts/index.ts';
import { aimPathAt, openPathFrom, pathChoosing } from '../path/index.ts';

/** Where the map was clicked with the right button; null while its menu is closed. */
export const mapMenu = signal<PointerPlace | null>(null);

const close = (): void => {
  mapMenu.value = null;
};

/** Wide enough for its lines in both languages. */
const widthPx = 270;

const OpenMenu = ({ at, x, y }: PointerPlace) => {
  const root = useRef<HTMLDivElement>(null);
  const chosen = selection.value;
  const site = chosen?.kind === 'site' ? lookup.value?.site(chosen.id) : undefined;
  useFocusBack();
  useEffect(() => {
    root.current?.querySelector('button')?.focus();
    const onPointer = (event: PointerEvent): void => {
      if (!root.current?.contains(event.target as Node)) close();
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    walkList(event);
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  const toRight = (root.current?.offsetParent?.clientWidth ?? window.innerWidth) - x;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and clicks are those of the buttons inside
    <div
      ref={root}
      class="menu-list map-menu"
      style={{ left: `${toRight < widthPx ? Math.max(4, x - widthPx) : x}px`, top: `${y}px` }}
      onKeyDown={onKeyDown}
      onClick={close}
    >
      <p class="menu-note tabular">
        {t('selection.latLon', { lat: formatNumber(at[1], 5), lon: formatNumber(at[0], 5) })}
      </p>
      <MenuItem onChoose={() => select(selectionAt(at))}>{t('map.menu.here')}</MenuItem>
      <MenuItem onChoose={() => addMastAt(at)}>{t('map.menu.addMast')}</MenuItem>
      <MenuItem
        disabled={!site}
        onChoose={() => {
          if (!site) return;
          openPathFrom(site);
          aimPathAt(null, at);
          pathChoosing.value = false;
        }}
      >
        {site ? t('map.menu.path', { site: site.id }) : t('map.menu.pathNeedsSite')}
      </MenuItem>
    </div>
  );
};

/** What can be done at a place of the map; every line is in the palette and the cards, too. */
export const MapMenu = () => {
  const open = mapMenu.value;
  return open && <OpenMenu key={open.at.join(',')} {...open} />;
};
