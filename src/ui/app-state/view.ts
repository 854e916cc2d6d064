import { batch, computed, effect, signal } from '@preact/signals';
import { type HamletFilter, noFilter } from '../../findings/hamlet-filter.ts';
import type { MapPosition } from '../../map/map-state.ts';
import type { UnitVintage } from '../../model/other-units.ts';
import type { LayerName } from '../../model/pack.ts';
import type { Selection } from '../../study/selection.ts';
import { readAddress, type Task, writeAddress } from './address.ts';

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

export const setFilter = (change: Partial<HamletFilter>): void => {
  filter.value = { ...filter.value, ...change };
};

/** Opens the gaps with only this filter. */
export const showGaps = (only: Partial<HamletFilter>): void =>
  batch(() => {
    filter.value = { ...noFilter, ...only };
    openTask('gaps');
  });

/** Another pack has other places: drops what names one of the old. */
export const forgetPlaces = (): void =>
  batch(() => {
    select(null);
    filter.value = noFilter;
    unitsAsked.value = null;
  });

const address = computed(() =>
  writeAddress({
    task: task.value,
    position: position.value,
    selection: selection.value,
    filter: filter.value,
    units: unitsAsked.value,
  }),
);

/** Keeps the address bar and the view the same; returns what ends it. `onJump` is told of a position typed or linked. */
export const followAddress = (onJump: (to: MapPosition) => void): (() => void) => {
  const stopWriting = effect(() => {
    if (window.location.hash !== address.value) window.history.replaceState(null, '', address.value);
  });
  const read = (): void => {
    const next = readAddress(window.location.hash);
    batch(() => {
      task.value = next.task;
      selection.value = next.selection;
      if (next.selection === null) sheetTab.value = 'task';
      filter.value = next.filter;
      unitsAsked.value = next.units;
    });
    if (next.position) onJump(next.position);
  };
  window.addEventListener('hashchange', read);
  return () => {
    stopWriting();
    window.removeEventListener('hashchange', read);
  };
};
