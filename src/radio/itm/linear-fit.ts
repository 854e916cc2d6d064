/**
 * The line of least squares through heights at equal steps, as heights at the first and the last of all points.
 *
 * @param from first index that counts, to where it is no whole number the one before
 * @param to last index that counts; the one after
 */
export const linearFit = (heightM: Float64Array, from: number, to: number): readonly [first: number, last: number] => {
  const count = heightM.length - 1;
  let start = Math.floor(Math.max(from, 0));
  let end = count - Math.floor(Math.max(count - to, 0));
  // a line needs two points
  if (end <= start) {
    start = Math.max(start - 1, 0);
    end = count - Math.max(count - (end + 1), 0);
  }
  const length = end - start;
  const middle = -0.5 * length;
  let sum = 0.5 * (heightM[start] + heightM[end]);
  let moment = 0.5 * (heightM[start] - heightM[end]) * middle;
  for (let i = 1; i < length; i++) {
    sum += heightM[start + i];
    moment += heightM[start + i] * (middle + i);
  }
  const mean = sum / length;
  const slope = (moment * 12) / ((length * length + 2) * length);
  const middleIndex = start + 0.5 * length;
  return [mean - slope * middleIndex, mean + slope * (count - middleIndex)];
};
