/** Surroundings of the receiver, as Hata and COST 231 tell them apart. */
export const environments = ['large-city', 'small-city', 'suburban', 'open'] as const;
export type Environment = (typeof environments)[number];

/** What any of the models may ask of a path. Each takes what it needs. */
export interface EmpiricalPath {
  frequencyMHz: number;
  /** Over ground. */
  distanceKm: number;
  /** Antennas above ground. */
  txHeightM: number;
  rxHeightM: number;
  environment: Environment;
  /** Whether the terrain leaves the straight line between the antennas free. */
  lineOfSight: boolean;
}

export type Quantity =
  | 'frequencyMHz'
  | 'distanceKm'
  | 'txHeightM'
  | 'rxHeightM'
  | 'buildingHeightM'
  | 'streetWidthM'
  | 'horizonKm'
  | 'horizonMrad';

/** A quantity outside the range a model was made from, and the range. */
export interface OutsideRange {
  quantity: Quantity;
  value: number;
  min: number;
  max: number;
}

/** Surroundings a model has nothing to say on, and those it has. */
export interface OtherEnvironment {
  quantity: 'environment';
  value: Environment;
  allowed: readonly Environment[];
}

export type Violation = OutsideRange | OtherEnvironment;

/** Basic transmission loss between isotropic antennas, median over locations, and whether the model vouches for it. */
export interface EmpiricalLoss {
  lossDb: number;
  withinValidity: boolean;
  violations: Violation[];
}

/** The ranges a model states, bounds included. */
export type Validity = Readonly<Partial<Record<Quantity, readonly [min: number, max: number]>>>;

/** The frequencies any model here is asked for, MHz: from the lower end of the VHF to the end of TR 38.901. */
export const frequencyLimitsMHz = { min: 30, max: 100_000 } as const;

/**
 * Refuses what no model can answer: RangeError with the figure for a frequency outside 30 MHz to 100 GHz, or a distance
 * or height that is not positive. A model's own narrower range is no ground to refuse: it flags.
 */
export const requireAnswerable = (
  path: Pick<EmpiricalPath, 'frequencyMHz' | 'distanceKm' | 'txHeightM' | 'rxHeightM'>,
): void => {
  const { frequencyMHz } = path;
  const { min, max } = frequencyLimitsMHz;
  if (!(frequencyMHz >= min && frequencyMHz <= max)) {
    throw new RangeError(`frequency ${frequencyMHz} MHz is outside ${min} to ${max} MHz`);
  }
  for (const name of ['distanceKm', 'txHeightM', 'rxHeightM'] as const) {
    if (!(path[name] > 0 && path[name] < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`${name} ${path[name]} is not positive`);
    }
  }
};

/** A loss with its flag: every value checked against the model's range of it. */
export const flagged = (
  lossDb: number,
  validity: Validity,
  values: Readonly<Partial<Record<Quantity, number>>>,
  others: readonly Violation[] = [],
): EmpiricalLoss => {
  const violations: Violation[] = [...others];
  for (const quantity of Object.keys(validity) as Quantity[]) {
    const [min, max] = validity[quantity]!;
    const value = values[quantity];
    if (value !== undefined && !(value >= min && value <= max)) violations.push({ quantity, value, min, max });
  }
  return { lossDb, withinValidity: violations.length === 0, violations };
};
