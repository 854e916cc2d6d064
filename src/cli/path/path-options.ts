import { parseArgs } from 'node:util';
import type { Language } from '../../i18n/languages.ts';
import { medianDeltaN } from '../../radio/constants.ts';
import type { PathEnd, PathSettings } from '../../radio/explain-path.ts';
import type { ItmEnvironment } from '../../radio/itm/itm-input.ts';
import { locationSigmaDb } from '../../radio/location-variability.ts';
import { UsageError } from '../command.ts';
import { numberIn, oneOf } from '../option-values.ts';
import { itmEnvironmentOf, itmOptions } from './itm-options.ts';

const pathModels = ['p1812', 'itm'] as const;

export type PathOptions =
  | { mode: 'cases'; model: (typeof pathModels)[number]; casesPath: string; profilesFolder: string }
  | {
      mode: 'explain';
      pack: string;
      from: PathEnd;
      to: PathEnd;
      settings: PathSettings;
      /** Of the Irregular Terrain Model; null where ITU-R P.1812 is asked for. */
      itm: ItmEnvironment | null;
      clutter: boolean;
      json: boolean;
      language: Language;
    };

/** N0 near the sea in the subtropics, N-units; troposcatter alone depends on it, 0.15 dB a unit. */
const defaultRefractivityN0 = 350;

const endOf = (option: string, text: string): PathEnd => {
  const parts = text.split(',');
  if (parts.length !== 3) {
    throw new UsageError(`--${option} must be LON,LAT,HEIGHT (degrees, degrees, metres above ground), not '${text}'.`);
  }
  return {
    position: [numberIn(`${option} LON`, parts[0], -180, 180), numberIn(`${option} LAT`, parts[1], -85, 85)],
    heightM: numberIn(`${option} HEIGHT`, parts[2], 0.1, 3000),
  };
};

/** @throws UsageError that names the option and what it should be. */
export const pathOptions = (args: readonly string[]): PathOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      model: { type: 'string', default: 'p1812' },
      cases: { type: 'string' },
      profiles: { type: 'string' },
      pack: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      f: { type: 'string' },
      time: { type: 'string', default: '50' },
      locations: { type: 'string', default: '50' },
      polarisation: { type: 'string', default: 'vertical' },
      dn: { type: 'string' },
      n0: { type: 'string' },
      ...itmOptions,
      'no-clutter': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'vi' },
    },
  });

  const needed = (option: 'cases' | 'profiles' | 'pack' | 'from' | 'to' | 'f'): string => {
    const value = values[option];
    if (value === undefined) throw new UsageError(`--${option} is missing. 'phusong path --help' shows how to use it.`);
    return value;
  };

  const model = oneOf('model', values.model, pathModels);
  if (values.cases !== undefined || values.profiles !== undefined) {
    if (values.pack !== undefined) throw new UsageError('Give either --cases with --profiles, or --pack; not both.');
    return { mode: 'cases', model, casesPath: needed('cases'), profilesFolder: needed('profiles') };
  }

  const pack = needed('pack');
  const itm = itmEnvironmentOf(values, model);
  const frequencyMHz = numberIn('f', needed('f'), 1, 100_000);
  return {
    mode: 'explain',
    pack,
    from: endOf('from', needed('from')),
    to: endOf('to', needed('to')),
    settings: {
      frequencyMHz,
      polarisation: oneOf('polarisation', values.polarisation, ['vertical', 'horizontal']),
      timePercent: itm ? 50 : numberIn('time', values.time, 1, 50),
      locationPercent: itm ? 50 : numberIn('locations', values.locations, 1, 99),
      locationSigmaDb: locationSigmaDb(frequencyMHz),
      deltaN: values.dn === undefined ? medianDeltaN : numberIn('dn', values.dn, 0, 156),
      refractivityN0: values.n0 === undefined || itm ? defaultRefractivityN0 : numberIn('n0', values.n0, 200, 500),
    },
    itm,
    clutter: !values['no-clutter'],
    json: values.json,
    language: oneOf('lang', values.lang, ['vi', 'en']),
  };
};
