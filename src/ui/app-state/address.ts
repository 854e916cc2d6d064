import { statusInFiles } from '../../findings/file-names.ts';
import { hamletStatuses } from '../../findings/findings.ts';
import { type HamletFilter, noFilter } from '../../findings/hamlet-filter.ts';
import type { MapPosition } from '../../map/map-state.ts';
import { type UnitVintage, unitVintages } from '../../model/other-units.ts';
import { type Selection, selectionKinds } from '../../study/selection.ts';

export const tasks = [
  'overview',
  'coverage',
  'gaps',
  'closing',
  'sharing',
  'proposals',
  'scenarios',
  'report',
] as const;
export type Task = (typeof tasks)[number];

/** What the address bar holds. */
export interface Address {
  task: Task;
  position: MapPosition | null;
  selection: Selection | null;
  filter: HamletFilter;
  /** What its codes are of, where those are not the pack's own units. */
  units: UnitVintage | null;
}

const readPosition = (text: string | null): MapPosition | null => {
  const [lon, lat, zoom] = (text ?? '').split(',').map(Number);
  const valid = Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22;
  return valid ? { lon, lat, zoom } : null;
};

const readSelection = (text: string | null): Selection | null => {
  const [kind, ...id] = (text ?? '').split(':');
  const known = selectionKinds.find((candidate) => candidate === kind);
  return known && id.length > 0 ? { kind: known, id: id.join(':') } : null;
};

/** Reads `#task?at=lon,lat,zoom&select=kind:id&…`; whatever can't be read falls back to its default. */
export const readAddress = (hash: string): Address => {
  const [task, query = ''] = hash.replace(/^#\/?/, '').split('?');
  const values = new URLSearchParams(query);
  const asked = (values.get('status') ?? '').split(',');
  return {
    task: tasks.find((candidate) => candidate === task) ?? 'overview',
    position: readPosition(values.get('at')),
    selection: readSelection(values.get('select')),
    filter: {
      ...noFilter,
      district: values.get('district'),
      commune: values.get('commune'),
      statuses: hamletStatuses.filter((status) => asked.includes(statusInFiles[status])),
      operator: values.get('operator'),
      withoutFibre: values.get('fibre') === 'none',
    },
    units: unitVintages.find((vintage) => vintage === values.get('units')) ?? null,
  };
};

/** Inverse of `readAddress`, defaults left out. Positions to 1e-5° (1 m), zoom to 0.01. */
export const writeAddress = ({ task, position, selection, filter, units }: Address): string => {
  const parts: string[] = [];
  const add = (name: string, value: string | null): void => {
    if (value) parts.push(`${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':')}`);
  };
  const round = (value: number, digits: number): string => String(Number(value.toFixed(digits)));
  add('at', position && [round(position.lon, 5), round(position.lat, 5), round(position.zoom, 2)].join(','));
  add('select', selection && `${selection.kind}:${selection.id}`);
  add('units', units);
  add('district', filter.district);
  add('commune', filter.commune);
  add('status', filter.statuses.map((status) => statusInFiles[status]).join(','));
  add('operator', filter.operator);
  add('fibre', filter.withoutFibre ? 'none' : null);
  return `#${task}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
};
