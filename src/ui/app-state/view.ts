import { batch, computed, effect, signal } from '@preact/signals';
import { type HamletFilter, noFilter } from '../../findings/hamlet-filter.ts';
import type { MapPosition } from '../../map/map-state.ts';
import type { UnitVintage } from '../../model/other-units.ts';
import type { LayerName } from '../../model/pack.ts';
import type { Selection } from '../../study/selection.ts';
import { type Address, readAddress, type Task, writeAddress } from './address.ts';

const start = readAddress(window.location.hash);

export const task = signal<Task>(start.task);
export const selection = signal<Selection | null>(start.selection);
export const filter = signal<HamletFilter>(start.filter);
/** The vintage of units that tables and map are asked to be read by; null for the pack's own. */
export const unitsAsked = signal<UnitVintage | null>(start.units);
export const position = signal<MapPosition | null>(start.position);

/** Layers switched on; fibre starts off to keep the map calm. */
export const shownLayers = signal<ReadonlySet<LayerName>>(
  new Set<LayerName>(['terrain', 'roads', 'communes', 'districts', 'province', 'hamlets', 'sites']),
);

export const toggleLayer = (name: LayerName): void => {
  const next = new Set(shownLayers.value);
  if (!next.delete(name)) next.add(name);
  shownLayers.value = next;
};

/** On a narrow screen: what the sheet shows, and how far it is pulled up. */
export const sheetTab = signal<'task' | 'selection'>(start.selection ? 'selection' : 'task');
export type SheetHeight = 'low' | 'half' | 'full';
export const sheetHeight = signal<SheetHeight>('half');

export const openTask = (next: Task): void =>
  batch(() => {
    task.value = next;
    sheetTab.value = 'task';
    if (sheetHeight.value === 'low') sheetHeight.value = 'half';
  });

export const select = (next: Selection | null): void =>
  batch(() => {
    selection.value = next;
    sheetTab.value = next ? 'selection' : 'task';
    if (next && sheetHeight.value === 'low') sheetHeight.value = 'half';
  });

/** Whether the card of what is selected is to take the focus as soon as it is there: for whoever goes by keyboard. */
export const cardWanted = signal(false);

export const setFilter = (change: Partial<HamletFilter>): void => {
  filter.value = { ...filter.value, ...change };
};

/** Opens the gaps with only this filter. */
export const showGaps = (only: Partial<HamletFilter>): void =>
  batch(() => {
    filter.value = { ...noFilter, ...only };
    openTask('gaps');
  });

/** Whether a change of the view takes the place of the step one is at, rather than being one. */
let isReplacing = false;

/** Another pack has other places: drops what names one of the old. */
export const forgetPlaces = (): void => {
  isReplacing = true;
  batch(() => {
    select(null);
    filter.value = noFilter;
    unitsAsked.value = null;
  });
  isReplacing = false;
};

const address = computed(() =>
  writeAddress({
    task: task.value,
    position: position.value,
    selection: selection.value,
    filter: filter.value,
    units: unitsAsked.value,
  }),
);

/** What a step of the browser's history is: another task or another place. The rest changes the step one is at. */
const stepOf = (of: Pick<Address, 'task' | 'selection'>): string =>
  [of.task, of.selection?.kind, of.selection?.id].join(' ');

/**
 * Keeps the address bar and the view the same, so that Back and Forward walk tasks and selections; returns what ends it.
 * `onJump` is told of a position gone back to, typed or linked.
 */
export const followAddress = (onJump: (to: MapPosition) => void): (() => void) => {
  const here = (): string => stepOf({ task: task.peek(), selection: selection.peek() });
  let step = here();
  const stopWriting = effect(() => {
    const next = address.value;
    if (window.location.hash === next) return;
    const isStep = here() !== step && !isReplacing;
    step = here();
    if (isStep) window.history.pushState(null, '', next);
    else window.history.replaceState(null, '', next);
  });
  const read = (): void => {
    const next = readAddress(window.location.hash);
    step = stepOf(next);
    batch(() => {
      task.value = next.task;
      selection.value = next.selection;
      if (next.selection === null) sheetTab.value = 'task';
      filter.value = next.filter;
      unitsAsked.value = next.units;
      sheetTab.value = next.selection ? 'selection' : 'task';
      if (next.position) position.value = next.position;
    });
    if (next.position) onJump(next.position);
  };
  // a step back or forward tells by popstate, an address typed in by hashchange alone in some browsers
  window.addEventListener('popstate', read);
  window.addEventListener('hashchange', read);
  return () => {
    stopWriting();
    window.removeEventListener('popstate', read);
    window.removeEventListener('hashchange', read);
  };
};
