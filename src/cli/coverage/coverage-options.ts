import { parseArgs } from 'node:util';
import type { Transmitter } from '../../coverage/network/transmitter.ts';
import { type CoverageSettings, defaultCoverageSettings } from '../../coverage/raster/coverage-types.ts';
import { sweepZooms } from '../../coverage/sweep/sweep-terrain.ts';
import { technologies } from '../../model/site.ts';
import { pathModelIds } from '../../radio/path-model.ts';
import { UsageError } from '../command.ts';
import { numberIn, oneOf } from '../option-values.ts';

export interface CoverageOptions {
  pack: string;
  out: string;
  /** Whose coverage: an operator's id, `best` of all; null for a transmitter. */
  operator: string | null;
  transmitter: Transmitter | null;
  settings: CoverageSettings;
  workers: number | undefined;
  quiet: boolean;
}

const transmitterOf = (text: string): Transmitter => {
  const parts = text.split(',');
  if (parts.length !== 5) {
    throw new UsageError(
      `--site must be LON,LAT,HEIGHT,MHZ,EIRP_PER_RE (degrees, degrees, metres, MHz, dBm), not '${text}'.`,
    );
  }
  const [lon, lat, height, mhz, eirp] = parts;
  return {
    position: [numberIn('site LON', lon, -180, 180), numberIn('site LAT', lat, -85, 85)],
    heightM: numberIn('site HEIGHT', height, 0.1, 3000),
    frequencyMHz: numberIn('site MHZ', mhz, 0, 1e6),
    referenceSignalEirpDbm: numberIn('site EIRP_PER_RE', eirp, -100, 100),
  };
};

/** @throws UsageError that names the option and what it should be. */
export const coverageOptions = (args: readonly string[]): CoverageOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pack: { type: 'string' },
      out: { type: 'string' },
      operator: { type: 'string' },
      technology: { type: 'string', default: defaultCoverageSettings.technology },
      site: { type: 'string' },
      zoom: { type: 'string', default: String(defaultCoverageSettings.zoom) },
      radius: { type: 'string', default: String(defaultCoverageSettings.radiusKm) },
      model: { type: 'string', default: defaultCoverageSettings.model },
      receiver: { type: 'string', default: String(defaultCoverageSettings.receiverHeightM) },
      locations: { type: 'string', default: String(defaultCoverageSettings.locationPercent) },
      'no-clutter': { type: 'boolean', default: false },
      workers: { type: 'string' },
      quiet: { type: 'boolean', default: false },
    },
  });
  const needed = (option: 'pack' | 'out'): string => {
    const value = values[option];
    if (value === undefined)
      throw new UsageError(`--${option} is missing. 'phusong coverage --help' shows how to use it.`);
    return value;
  };
  if ((values.operator === undefined) === (values.site === undefined)) {
    throw new UsageError(
      "Give --operator (or --operator best), or --site; one of the two. 'coverage --help' tells more.",
    );
  }
  const { min, max } = sweepZooms;
  const zoom = numberIn('zoom', values.zoom, min, max);
  if (!Number.isInteger(zoom)) throw new UsageError(`--zoom must be a whole number, not '${values.zoom}'.`);
  const workers = values.workers === undefined ? undefined : numberIn('workers', values.workers, 1, 64);
  if (workers !== undefined && !Number.isInteger(workers)) {
    throw new UsageError(`--workers must be a whole number, not '${values.workers}'.`);
  }
  const locationPercent = Number(oneOf('locations', values.locations, ['50', '75', '90', '95'])) as 50 | 75 | 90 | 95;
  return {
    pack: needed('pack'),
    out: needed('out'),
    operator: values.operator ?? null,
    transmitter: values.site === undefined ? null : transmitterOf(values.site),
    settings: {
      technology: oneOf('technology', values.technology, technologies),
      model: oneOf('model', values.model, pathModelIds),
      zoom,
      radiusKm: numberIn('radius', values.radius, 0.1, 100),
      receiverHeightM: numberIn('receiver', values.receiver, 0.1, 100),
      locationPercent,
      clutter: !values['no-clutter'],
    },
    workers,
    quiet: values.quiet,
  };
};
