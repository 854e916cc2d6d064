import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { sourcesOfArea, sourcesOfProvince } from '../../../data/build/public/area-asked.ts';
import { chooseSources } from '../../sources/catalogue.ts';
import { type BoundaryLevel, boundaryLevels } from '../../sources/geoboundaries.ts';
import { type SourceId, sourceIds } from '../../sources/source.ts';
import { UsageError } from '../command.ts';
import { numberIn, oneOf } from '../option-values.ts';

export type AreaOption =
  | { kind: 'province'; name: string }
  | { kind: 'area'; file: string }
  | { kind: 'bbox'; box: readonly [number, number, number, number] };

export interface DataOptions {
  area: AreaOption;
  units: '2020' | '2025';
  name: string | null;
  sources: readonly SourceId[];
  /** Paths of files given instead of asking a source. */
  files: ReadonlyMap<SourceId, readonly string[]>;
  country: string | null;
  token: string | null;
  level: BoundaryLevel;
  coverDetail: 'level' | 'full';
  addresses: Readonly<Record<string, string>>;
  accepted: ReadonlySet<SourceId>;
  contact: string | null;
  cache: string;
  out: string | null;
  fill: boolean;
  planOnly: boolean;
  isOffline: boolean;
  quiet: boolean;
}

export const defaultCache = '.cache/sources';

const sourceNamed = (option: string, text: string): SourceId => oneOf(option, text.trim(), sourceIds);

/** 'NAME=VALUE' as its parts. */
const pairOf = (option: string, text: string): [name: string, value: string] => {
  const at = text.indexOf('=');
  if (at > 0 && at + 1 < text.length) return [text.slice(0, at), text.slice(at + 1)];
  throw new UsageError(`--${option} must be SOURCE=${option === 'file' ? 'PATH' : 'URL'}, not '${text}'.`);
};

const addressOf = (text: string): [string, string] => {
  const [name, address] = pairOf('address', text);
  sourceNamed('address', name.split('.')[0]);
  if (!URL.canParse(address) || !/^https?:/.test(address)) {
    throw new UsageError(`--address ${name} must be an http or https address, not '${address}'.`);
  }
  return [name, address];
};

const boxOf = (text: string): [number, number, number, number] => {
  const parts = text.split(',');
  if (parts.length !== 4) throw new UsageError(`--bbox must be WEST,SOUTH,EAST,NORTH in degrees, not '${text}'.`);
  const [west, south, east, north] = parts.map((part, i) =>
    numberIn('bbox', part, i % 2 ? -85 : -180, i % 2 ? 85 : 180),
  );
  if (!(west < east && south < north))
    throw new UsageError(`--bbox ${text}: west must be less than east, south than north.`);
  return [west, south, east, north];
};

const filesOf = (texts: readonly string[]): Map<SourceId, string[]> => {
  const files = new Map<SourceId, string[]>();
  for (const text of texts) {
    const [name, path] = pairOf('file', text);
    const id = sourceNamed('file', name);
    if (!existsSync(path)) throw new UsageError(`--file ${name}: there is no '${path}'.`);
    files.set(id, [...(files.get(id) ?? []), path]);
  }
  return files;
};

const areaOf = (values: { province?: string; area?: string; bbox?: string }): AreaOption => {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  if (given.length !== 1) {
    throw new UsageError(
      "Name one area: --province NAME, --area FILE.geojson or --bbox W,S,E,N. 'data --help' tells more.",
    );
  }
  const { province, area, bbox } = values;
  if (province !== undefined) return { kind: 'province', name: province };
  if (bbox !== undefined) return { kind: 'bbox', box: boxOf(bbox) };
  if (!existsSync(area!) || statSync(area!).isDirectory())
    throw new UsageError(`--area '${area}': there is no such file.`);
  return { kind: 'area', file: area! };
};

/** @throws UsageError that names the option and what it should be. */
export const dataOptions = (args: readonly string[]): DataOptions => {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      province: text,
      area: text,
      bbox: text,
      units: { type: 'string', default: '2025' },
      name: text,
      sources: text,
      file: { type: 'string', multiple: true, default: [] },
      country: text,
      token: text,
      level: { type: 'string', default: 'ADM2' },
      'full-cover': flag,
      address: { type: 'string', multiple: true, default: [] },
      accept: { type: 'string', multiple: true, default: [] },
      contact: text,
      cache: { type: 'string', default: defaultCache },
      out: text,
      'no-fill': flag,
      plan: flag,
      offline: flag,
      quiet: flag,
    },
  });
  const area = areaOf({ province: values.province, area: values.area, bbox: values.bbox });
  const units = oneOf('units', values.units, ['2020', '2025'] as const);
  if (units === '2020' && area.kind !== 'province') {
    throw new UsageError('--units 2020 is of a province; an --area or --bbox has the units its source draws.');
  }
  const files = filesOf(values.file);
  const token = values.token ?? process.env.OPENCELLID_TOKEN ?? null;
  const usual = area.kind === 'province' ? sourcesOfProvince : sourcesOfArea;
  const named = values.sources?.split(',').map((name) => sourceNamed('sources', name));
  const more: SourceId[] = token !== null ? ['opencellid'] : [];
  const sources = [...new Set([...files.keys(), ...(named ?? usual), ...more])];
  const choice = chooseSources(sources);
  if (!choice.boundaries)
    throw new UsageError(
      '--sources needs one that gives boundaries: thanglequoc, overpass, osm-pbf, geoboundaries or gadm.',
    );
  const used = new Set(Object.values(choice));
  if (used.has('osm-pbf') && !files.has('osm-pbf'))
    throw new UsageError('osm-pbf is a file: give it with --file osm-pbf=PATH.');
  if (used.has('opencellid') && token === null && !files.has('opencellid')) {
    throw new UsageError(
      'opencellid needs a --token of yours (or OPENCELLID_TOKEN), or its file: --file opencellid=452.csv.gz.',
    );
  }
  const country = values.country?.toUpperCase() ?? (area.kind === 'province' ? 'VNM' : null);
  if (country !== null && !/^[A-Z]{3}$/.test(country)) {
    throw new UsageError(`--country must be three letters (ISO 3166-1 alpha-3), not '${values.country}'.`);
  }
  const asksByCountry = (['worldpop', 'geoboundaries', 'gadm'] as const).find((id) => used.has(id) && !files.has(id));
  if (country === null && asksByCountry) {
    throw new UsageError(`${asksByCountry} is asked by country: add --country ISO3, or leave it out of --sources.`);
  }
  return {
    area,
    units,
    name: values.name?.normalize('NFC') ?? null,
    sources,
    files,
    country,
    token,
    level: oneOf('level', values.level, boundaryLevels),
    coverDetail: values['full-cover'] ? 'full' : 'level',
    addresses: Object.fromEntries(values.address.map(addressOf)),
    accepted: new Set(values.accept.map((name) => sourceNamed('accept', name))),
    contact: values.contact ?? null,
    cache: values.cache,
    out: values.out ?? null,
    fill: !values['no-fill'],
    planOnly: values.plan,
    isOffline: values.offline,
    quiet: values.quiet,
  };
};
