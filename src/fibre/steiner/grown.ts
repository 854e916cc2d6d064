/** The same values in a longer array. */
export const grown = <A extends Int32Array | Float64Array>(values: A, length: number): A => {
  const longer = new (values.constructor as new (length: number) => A)(length);
  longer.set(values);
  return longer;
};
