import { computed, effect, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { HamletFilter } from '../../findings/hamlet-filter.ts';
import { noFilter } from '../../findings/hamlet-filter.ts';
import { t } from '../../i18n/language.ts';
import type { MapState } from '../../map/map-state.ts';
import { createMapView } from '../../map/map-view.ts';
import { currentMap, goHome, setMap } from '../app-state/go-to.ts';
import { theme } from '../app-state/preferences.ts';
import { findings } from '../app-state/run.ts';
import { base, shownPack } from '../app-state/study.ts';
import { filter, position, select, selection, shownLayers, task } from '../app-state/view.ts';
import { chooseMark, closingHeat, placeMastAt, placingMast } from '../closing/index.ts';
import { coverageOverlay, dragSite, movableSite, type SiteImage, siteJob } from '../coverage/index.ts';
import { matching } from '../gaps/index.ts';
import { addMastAt, mastChoosing } from '../masts/index.ts';
import { aimPathAt, mapPath, pathChoosing, pathMark } from '../path/index.ts';
import { type SwipeSide, swipeMarks, swipeSides } from '../scenarios/index.ts';
import { planOverlay } from '../sharing/index.ts';
import { hovered } from './hover.ts';
import { mapMenu } from './map-menu.tsx';
import { overlay } from './overlay.ts';
import { uncoveredPadding } from './padding.ts';

/** Why there is no map; empty where the browser has no WebGL 2. */
const mapFault = signal<string | null>(null);

const hasWebGl = (): boolean => document.createElement('canvas').getContext('webgl2') !== null;

/** Before any pack is known the map waits over the country's north. */
const startPosition = { lon: 105.8, lat: 21.65, zoom: 8 };

const isFiltering = (value: HamletFilter): boolean => value !== noFilter;
const hamletIds = computed<ReadonlySet<string> | null>(() =>
  task.value === 'gaps' && findings.value && isFiltering(filter.value)
    ? new Set(matching.value.map(({ id }) => id))
    : null,
);

/** What both sides of a swipe have in common. */
const sideState = ({ pack, findings: found, coverage }: SwipeSide): MapState => ({
  pack,
  findings: found,
  theme: theme.value,
  shown: shownLayers.value,
  operator: null,
  hamletIds: null,
  focus: 'service',
  selection: selection.value,
  coverage,
  people: null,
  site: null,
  overlay: swipeMarks.value,
  path: null,
  choosing: false,
});

const state = computed<MapState | null>(() => {
  const pack = shownPack.value;
  if (!pack) return null;
  if (swipeSides.value) return sideState(swipeSides.value[0]);
  return {
    pack,
    findings: findings.value,
    theme: theme.value,
    shown: shownLayers.value,
    operator: task.value === 'gaps' ? filter.value.operator : null,
    hamletIds: hamletIds.value,
    focus: task.value === 'sharing' ? 'sharing' : 'service',
    selection: selection.value,
    coverage: planOverlay.value ?? coverageOverlay.value,
    people: closingHeat.value,
    site: movableSite.value,
    overlay: overlay.value,
    path: mapPath.value,
    choosing: pathChoosing.value || placingMast.value || mastChoosing.value,
  };
});

/** The right side of a swipe. */
export const rightState = computed<MapState | null>(() => swipeSides.value && sideState(swipeSides.value[1]));

const label = (): string => `${t('map.label')}. ${t('map.instructions')}`;

let toldImage: SiteImage | null = null;

/**
 * What of coverage is on the map, for whoever reads the page: data-coverage (its zoom), and of a single site
 * data-site-coverage-ms, from the change that asked for it until the map had it.
 */
const tellCoverage = ({ dataset }: HTMLElement, { coverage: drawn }: MapState): void => {
  dataset.coverage = drawn ? String(drawn.image.grid.zoom) : '';
  const site = siteJob.result.peek();
  if (!site || drawn?.image !== site) delete dataset.siteCoverageMs;
  else if (site !== toldImage) dataset.siteCoverageMs = (performance.now() - site.askedMs).toFixed(1);
  toldImage = site;
};
const mount = (container: HTMLElement): (() => void) => {
  const view = createMapView({
    container,
    theme: theme.peek(),
    start: position.peek() ?? startPosition,
    label: label(),
    padding: uncoveredPadding,
    onPick: (place, at, option) => {
      if (pathChoosing.peek()) aimPathAt(place, at);
      else if (placingMast.peek()) placeMastAt(at);
      else if (mastChoosing.peek()) addMastAt(at);
      else if (option !== null) chooseMark(option);
      else select(place);
    },
    onMenu: (under) => {
      mapMenu.value = under;
    },
    onHover: (under) => {
      hovered.value = under;
    },
    onPathHover: (share) => {
      pathMark.value = share;
    },
    onMove: (next) => {
      mapMenu.value = null;
      position.value = next;
    },
    onSiteDrag: dragSite,
  });
  setMap(view);
  const keptPosition = position.peek() !== null;
  let drawn: unknown = null;
  const stops = [
    effect(() => {
      const next = state.value;
      if (!next) return;
      view.draw(next);
      tellCoverage(container, next);
      // a new pack comes into view, unless the address asked for a place
      const of = base.value;
      if (drawn !== of && !(drawn === null && keptPosition)) goHome(drawn !== null);
      drawn = of;
    }),
    effect(() => view.setLabel(label())),
  ];
  return () => {
    for (const stop of stops) stop();
    setMap(null);
    view.remove();
  };
};

export const MapCanvas = () => {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    try {
      return mount(container.current!);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      mapFault.value = hasWebGl() ? message : '';
      return undefined;
    }
  }, []);
  return (
    <>
      <div ref={container} class="map" />
      {mapFault.value !== null && !currentMap() && (
        <p class="map-fault" role="alert">
          {mapFault.value === '' ? t('map.noWebGl') : t('map.failed', { message: mapFault.value })}
        </p>
      )}
    </>
  );
};
