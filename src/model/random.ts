/** Draws numbers in [0, 1), the same ones every time for the same seed. */
export interface Random {
  next: () => number;
  /** Uniform in [low, high). */
  between: (low: number, high: number) => number;
  /** About normal with mean 0 and deviation 1, within ±3.5. */
  normal: () => number;
  /** An entry of `options`, by weight. */
  pick: <T>(options: readonly (readonly [value: T, weight: number])[]) => T;
}

/** FNV-1a over the UTF-16 units of a text. */
const hash = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
};

/**
 * A seeded generator (mulberry32). Seeding by what is being made ('hamlets 05431') keeps one commune's draws apart from
 * another's, so that a change in one place moves nothing elsewhere.
 */
export const randomFor = (seed: string): Random => {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    // sums of four uniforms have variance 1/3
    normal: () => (next() + next() + next() + next() - 2) * Math.sqrt(3),
    pick: (options) => {
      const total = options.reduce((sum, [, weight]) => sum + weight, 0);
      let left = next() * total;
      for (const [value, weight] of options) {
        left -= weight;
        if (left < 0) return value;
      }
      return options[options.length - 1][0];
    },
  };
};
