const bits = 12;
const entries = 1 << bits;
const table = Float64Array.from({ length: entries + 1 }, (_, i) => 10 * Math.log10(1 + i / entries));
const decibelsADoubling = 10 * Math.log10(2);

const number = new Float64Array(1);
const words = new Int32Array(number.buffer);
/** Which half of a number holds sign, exponent and the first digits. */
const upper = (() => {
  number[0] = 1;
  return words[0] === 0 ? 1 : 0;
})();

/** 10·log10(x) of a positive normal number from its exponent and a table, within 1e-5. */
export const decibels = (x: number): number => {
  number[0] = x;
  const word = words[upper];
  const i = (word >> (20 - bits)) & (entries - 1);
  const f = (word & ((1 << (20 - bits)) - 1)) / (1 << (20 - bits));
  return ((word >> 20) - 1023) * decibelsADoubling + table[i] + (table[i + 1] - table[i]) * f;
};
