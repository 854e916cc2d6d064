/** Whether the ground below is light or dark. */
export type SweepTerrain = 'light' | 'dark';

/** Levels in dBm where a new class of signal begins, strongest first; below the last is the weakest class. */
export const classBounds = [-75, -85, -95, -105, -115] as const;

type Colour = readonly [red: number, green: number, blue: number];

/**
 * Colour ramps, dark to light, that eyes which tell few hues can order: lightness alone tells the classes apart.
 * Viridis and inferno by Smith and van der Walt, cividis by Nuñez, Anderton and Renslow (doi:10.1371/journal.pone.0199239).
 */
const ramps = {
  viridis: [
    [68, 1, 84],
    [65, 68, 135],
    [42, 120, 142],
    [34, 168, 132],
    [122, 209, 81],
    [253, 231, 37],
  ],
  cividis: [
    [0, 34, 78],
    [53, 69, 108],
    [102, 105, 112],
    [148, 142, 119],
    [200, 184, 102],
    [254, 232, 56],
  ],
  inferno: [
    [0, 0, 4],
    [66, 10, 104],
    [147, 38, 103],
    [221, 81, 58],
    [252, 165, 10],
    [252, 255, 164],
  ],
} as const satisfies Record<string, readonly Colour[]>;

export type RampId = keyof typeof ramps;
export const rampIds = Object.keys(ramps) as RampId[];

/** The strongest class stands out most: dark on a light map, light on a dark one. */
const strongestFirst = (ramp: RampId, ground: SweepTerrain): readonly Colour[] =>
  ground === 'light' ? ramps[ramp] : ramps[ramp].toReversed();

export interface SignalClass {
  /** From this level in dBm; null for the weakest class. */
  from: number | null;
  /** Below this level; null for the strongest class. */
  below: number | null;
  colour: string;
}

/** The classes of the legend, strongest first. */
export const signalClasses = (ramp: RampId, ground: SweepTerrain): SignalClass[] =>
  strongestFirst(ramp, ground).map((colour, index) => ({
    from: classBounds[index] ?? null,
    below: classBounds[index - 1] ?? null,
    colour: `rgb(${colour.join(' ')})`,
  }));

/** Half-decibel steps from −150 dBm up: every bound of a class falls between two entries. */
export const rampLowestDbm = -150;
export const rampStepDb = 0.5;
export const rampEntries = 256;

const classOf = (levelDbm: number): number => {
  const index = classBounds.findIndex((bound) => levelDbm >= bound);
  return index < 0 ? classBounds.length : index;
};

/** Between the colours of the classes, each at the middle of its own 10 dB. */
const blended = (colours: readonly Colour[], levelDbm: number): Colour => {
  const at = Math.max(0, Math.min(colours.length - 1, (classBounds[0] + 5 - levelDbm) / 10));
  const low = Math.floor(at);
  const [a, b] = [colours[low], colours[Math.min(low + 1, colours.length - 1)]];
  const mix = (channel: 0 | 1 | 2): number => Math.round(a[channel] + (b[channel] - a[channel]) * (at - low));
  return [mix(0), mix(1), mix(2)];
};

/** The ramp as a row of RGBA pixels, `rampEntries` long, for a texture. */
export const rampPixels = (ramp: RampId, ground: SweepTerrain, continuous: boolean): Uint8Array<ArrayBuffer> => {
  const colours = strongestFirst(ramp, ground);
  const pixels = new Uint8Array(rampEntries * 4);
  for (let i = 0; i < rampEntries; i++) {
    const levelDbm = rampLowestDbm + i * rampStepDb;
    const colour = continuous ? blended(colours, levelDbm) : colours[classOf(levelDbm)];
    pixels.set([...colour, 255], i * 4);
  }
  return pixels;
};
