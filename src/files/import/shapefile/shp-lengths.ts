import { limits } from '../../limits.ts';
import { refuse } from '../../problem-list.ts';

const cutShort = (file: string, place: string, expected: number, found: number): Error =>
  refuse({ file, place, value: `${found} bytes`, rule: 'truncated', ruleValues: { expected, unit: 'bytes' } });

const shpHeader = 100;
const recordHeader = 8;
const bytesOfPosition = 16;

/**
 * Every record of a .shp file must move on and end inside the file: a reader that believes a negative length would walk
 * in circles for ever. ESRI Shapefile Technical Description (1998): big-endian lengths in words of 16 bits.
 */
export const checkShpLengths = (bytes: Uint8Array, file: string): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < shpHeader) throw cutShort(file, '', shpHeader, bytes.length);
  if (bytes.length / bytesOfPosition > limits.vertices) {
    const ruleValues = { max: limits.vertices * bytesOfPosition, unit: 'bytes' };
    throw refuse({ file, place: '', value: `${bytes.length} bytes`, rule: 'too-large', ruleValues });
  }
  for (let at = shpHeader, n = 1; at + recordHeader <= bytes.length; n++) {
    const words = view.getInt32(at + 4);
    if (words < 2) {
      const ruleValues = { expected: 'Shapefile' };
      throw refuse({ file, place: `record ${n}`, value: `${words}`, rule: 'not-this-format', ruleValues });
    }
    at += recordHeader + words * 2;
    if (at > bytes.length) throw cutShort(file, `record ${n}`, at, bytes.length);
  }
};
