/** Values of the tag Predictor. */
const horizontal = 2;
const floatingPoint = 3;

/** How a block's samples lie: rows of `columns` pixels of `samples` values of `size` bytes each. */
export interface BlockShape {
  columns: number;
  rows: number;
  samples: number;
  size: number;
}

/** Puts every value's bytes least first, in place, where they are written most first. */
const swapBytes = (bytes: Uint8Array, size: number): void => {
  for (let at = 0; at + size <= bytes.length; at += size) {
    for (let i = 0; i < size / 2; i++) {
      const low = bytes[at + i];
      bytes[at + i] = bytes[at + size - 1 - i];
      bytes[at + size - 1 - i] = low;
    }
  }
};

type Integers = Uint8Array | Uint16Array | Uint32Array;
const integersOf = (bytes: Uint8Array, size: number): Integers | undefined => {
  const { buffer, byteOffset } = bytes;
  const count = Math.floor(bytes.length / size);
  if (size === 1) return bytes;
  if (size === 2) return new Uint16Array(buffer, byteOffset, count);
  return size === 4 ? new Uint32Array(buffer, byteOffset, count) : undefined;
};

/** Each value less its left neighbour of the same sample, TIFF 6.0 section 14. */
const addLeft = (bytes: Uint8Array, { columns, rows, samples, size }: BlockShape): boolean => {
  const values = integersOf(bytes, size);
  if (!values) return false;
  const width = columns * samples;
  for (let row = 0; row < rows; row++) {
    const end = Math.min(values.length, (row + 1) * width);
    for (let i = row * width + samples; i < end; i++) values[i] += values[i - samples];
  }
  return true;
};

/**
 * Floats by planes: the highest bytes of a row first, then the next, all as differences of bytes. Adobe Photoshop TIFF
 * Technical Note 3. The planes are ordered by weight whatever the order of bytes in the file.
 */
const joinPlanes = (bytes: Uint8Array, { columns, rows, samples, size }: BlockShape): void => {
  const width = columns * samples;
  const rowBytes = width * size;
  for (let row = 0; row < rows; row++) {
    const line = bytes.subarray(row * rowBytes, (row + 1) * rowBytes);
    if (line.length < rowBytes) return;
    for (let i = samples; i < rowBytes; i++) line[i] += line[i - samples];
    const planes = line.slice();
    for (let i = 0; i < width; i++) {
      for (let b = 0; b < size; b++) line[i * size + b] = planes[(size - 1 - b) * width + i];
    }
  }
};

/**
 * A block's bytes as values with their least byte first, in place; false for a predictor that is not known or not for
 * values of this size.
 */
export const undoPredictor = (
  bytes: Uint8Array,
  predictor: number,
  littleEndian: boolean,
  shape: BlockShape,
): boolean => {
  if (predictor === floatingPoint) {
    joinPlanes(bytes, shape);
    return true;
  }
  if (!littleEndian && shape.size > 1) swapBytes(bytes, shape.size);
  return predictor === 1 || (predictor === horizontal && addLeft(bytes, shape));
};
