import type { Parameter, Range } from '../model/facts.ts';
import { InputError, type Problem } from '../model/problem.ts';

/** How a cable is laid. */
export const cableKinds = ['aerial', 'buried'] as const;
export type CableKind = (typeof cableKinds)[number];

/** What laying a kind of cable costs: a road's metre, and what makes a metre of open country dearer. */
export interface LayingParameters {
  /** Along a road. */
  vndPerKm: Range;
  /** Added for a slope of 1 (rise over run): 2 makes a metre at 30 % 1.6 times as dear. */
  slope: Range;
  water: Range;
  forest: Range;
}

/** Everything a fibre plan takes from the table of parameters. */
export interface FibreParameters {
  laying: Record<CableKind, LayingParameters>;
  /** Open country against the side of a road. */
  country: Range;
  poleSpacingM: Range;
  reelKm: Range;
  /** From the hamlet's node into a home, with its equipment. */
  homeVnd: Range;
  sectorVnd: Range;
  homesPerSector: Range;
  /** Outdoor unit of a home served by radio. */
  cpeVnd: Range;
  /** How far a sector serves. */
  fwaReachKm: Range;
}

type Figure = readonly [name: string, unit: string, least: number];

/** Rows of the table, by what they are here. A multiplier below one, or a span of no length, makes no sense. */
export const fibreFigures = {
  aerialVndPerKm: ['fibre_aerial', 'VND/km', 0],
  buriedVndPerKm: ['fibre_buried', 'VND/km', 0],
  aerialSlope: ['fibre_slope_aerial', 'x', 0],
  buriedSlope: ['fibre_slope_buried', 'x', 0],
  aerialWater: ['fibre_water_aerial', 'x', 1],
  buriedWater: ['fibre_water_buried', 'x', 1],
  aerialForest: ['fibre_forest_aerial', 'x', 1],
  buriedForest: ['fibre_forest_buried', 'x', 1],
  country: ['fibre_country', 'x', 1],
  poleSpacingM: ['fibre_pole_spacing', 'm', 1],
  reelKm: ['fibre_reel', 'km', 0.1],
  homeVnd: ['fibre_home', 'VND/home', 0],
  sectorVnd: ['fwa_sector', 'VND/sector', 0],
  homesPerSector: ['fwa_homes_per_sector', 'homes', 1],
  cpeVnd: ['fwa_cpe', 'VND/home', 0],
  fwaReachKm: ['fwa_reach', 'km', 0.1],
} as const satisfies Record<string, Figure>;

/** Where a pack keeps its parameters; named in problems. */
const file = 'facts/parameters.json';

/** @throws InputError that lists every row that is missing, stands in another unit or has figures that can't be */
export const fibreParameters = (parameters: readonly Parameter[]): FibreParameters => {
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const problems: Problem[] = [];
  const pick = (figure: keyof typeof fibreFigures): Range => {
    const [name, unit, least] = fibreFigures[figure];
    const refuse = (place: string, value: string, rule: Problem['rule'], ruleValues: Problem['ruleValues'] = {}) =>
      problems.push({ file, place, value, rule, ruleValues, severity: 'error' });
    const row = byName.get(name);
    if (!row) {
      refuse(name, '', 'missing-field', { field: name });
      return { low: least, central: least, high: least };
    }
    const { low, central, high } = row;
    if (row.unit !== unit) refuse(`${name}.unit`, row.unit, 'not-one-of', { allowed: unit });
    if (!(low >= least)) refuse(`${name}.low`, String(low), 'out-of-range', { min: least });
    if (!(central >= low && central <= high))
      refuse(`${name}.central`, String(central), 'out-of-range', { min: low, max: high });
    return { low, central, high };
  };
  const picked: FibreParameters = {
    laying: {
      aerial: {
        vndPerKm: pick('aerialVndPerKm'),
        slope: pick('aerialSlope'),
        water: pick('aerialWater'),
        forest: pick('aerialForest'),
      },
      buried: {
        vndPerKm: pick('buriedVndPerKm'),
        slope: pick('buriedSlope'),
        water: pick('buriedWater'),
        forest: pick('buriedForest'),
      },
    },
    country: pick('country'),
    poleSpacingM: pick('poleSpacingM'),
    reelKm: pick('reelKm'),
    homeVnd: pick('homeVnd'),
    sectorVnd: pick('sectorVnd'),
    homesPerSector: pick('homesPerSector'),
    cpeVnd: pick('cpeVnd'),
    fwaReachKm: pick('fwaReachKm'),
  };
  if (problems.length > 0) throw new InputError(problems);
  return picked;
};
