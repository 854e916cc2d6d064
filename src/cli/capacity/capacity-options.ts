import { parseArgs } from 'node:util';
import { mostLayers } from '../../capacity/capacity-scene.ts';
import type { Language } from '../../i18n/languages.ts';
import type { BuildingType } from '../../radio/building-entry.ts';
import { UsageError } from '../command.ts';
import { numberIn, oneOf } from '../option-values.ts';

export interface CapacityOptions {
  pack: string;
  study: string | null;
  scenario: string | null;
  out: string;
  lang: Language;
  /** Null for the best of all. */
  operator: string | null;
  /** Null for what the study is about. */
  technology: '4G' | '5G' | null;
  /** Code of a commune, a district or an area; null for the whole pack. */
  area: string | null;
  /** Null to work it out of people and traffic. */
  load: number | null;
  layers: number;
  building: BuildingType;
  indoorPercent: number;
}

/** @throws UsageError that names the option and what it should be. */
export const readCapacityOptions = (args: readonly string[], defaultPack: string): CapacityOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pack: { type: 'string', default: defaultPack },
      study: { type: 'string' },
      scenario: { type: 'string' },
      out: { type: 'string' },
      lang: { type: 'string', default: 'vi' },
      operator: { type: 'string', default: 'any' },
      technology: { type: 'string' },
      area: { type: 'string' },
      load: { type: 'string' },
      layers: { type: 'string', default: '2' },
      building: { type: 'string', default: 'traditional' },
      'indoor-percent': { type: 'string', default: '50' },
    },
  });
  const { technology, operator, load } = values;
  if (!values.out)
    throw new UsageError("--out DIR is missing: where should the files go? 'capacity --help' tells more.");
  return {
    pack: values.pack,
    study: values.study ?? null,
    scenario: values.scenario ?? null,
    out: values.out,
    lang: oneOf('lang', values.lang, ['vi', 'en']),
    operator: operator === 'any' ? null : operator,
    technology: technology === undefined ? null : oneOf('technology', technology, ['4G', '5G'] as const),
    area: values.area ?? null,
    load: load === undefined ? null : numberIn('load', load, 0, 100) / 100,
    layers: numberIn('layers', values.layers, 1, mostLayers),
    building: oneOf('building', values.building, ['traditional', 'thermally-efficient']),
    indoorPercent: numberIn('indoor-percent', values['indoor-percent'], 1, 99),
  };
};
