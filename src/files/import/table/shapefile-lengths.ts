import { refuse } from '../../problem-list.ts';

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const cutShort = (file: string, place: string, expected: number, found: number): Error =>
  refuse({ file, place, value: `${found} bytes`, rule: 'truncated', ruleValues: { expected, unit: 'bytes' } });

const shpHeader = 100;
const recordHeader = 8;

/**
 * Every record of a .shp file must move on and end inside the file: a reader that believes a negative length would walk
 * in circles for ever. ESRI Shapefile Technical Description (1998): big-endian lengths in words of 16 bits.
 */
export const checkShpLengths = (bytes: Uint8Array, file: string): void => {
  const view = viewOf(bytes);
  if (bytes.length < shpHeader) throw cutShort(file, '', shpHeader, bytes.length);
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

const dbfHeader = 32;

/** The records that a .dbf file claims must be in it: a reader that believes the claim fills the memory with empty ones. */
export const checkDbfLengths = (bytes: Uint8Array, file: string): void => {
  if (bytes.length < dbfHeader) throw cutShort(file, '', dbfHeader, bytes.length);
  const view = viewOf(bytes);
  const records = view.getUint32(4, true);
  const header = view.getUint16(8, true);
  const record = view.getUint16(10, true);
  if (records > 0 && record === 0) {
    throw refuse({ file, place: 'byte 10', value: '0', rule: 'not-this-format', ruleValues: { expected: 'DBF' } });
  }
  const expected = header + records * record;
  if (expected > bytes.length) throw cutShort(file, 'byte 4', expected, bytes.length);
};
