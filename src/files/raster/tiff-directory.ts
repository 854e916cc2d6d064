/** Field types of TIFF 6.0 section 2 that we write, with their sizes in bytes. */
const sizes = { ascii: 1, short: 2, long: 4, double: 8 } as const;
const codes = { ascii: 2, short: 3, long: 4, double: 12 } as const;

export interface TiffField {
  tag: number;
  type: keyof typeof sizes;
  values: readonly number[];
}

export const asciiField = (tag: number, text: string): TiffField => ({
  tag,
  type: 'ascii',
  values: [...new TextEncoder().encode(`${text}\0`)],
});

const write = (view: DataView, at: number, { type, values }: TiffField): void => {
  const size = sizes[type];
  values.forEach((value, i) => {
    const offset = at + i * size;
    if (type === 'ascii') view.setUint8(offset, value);
    else if (type === 'short') view.setUint16(offset, value, true);
    else if (type === 'long') view.setUint32(offset, value, true);
    else view.setFloat64(offset, value, true);
  });
};

const byteLength = (field: TiffField): number => field.values.length * sizes[field.type];
const even = (n: number): number => n + (n % 2);

/** Bytes of a little-endian header with one directory of these fields, values behind it. */
export const directoryBytes = (fields: readonly TiffField[]): number =>
  8 + 2 + fields.length * 12 + 4 + fields.reduce((sum, f) => sum + (byteLength(f) > 4 ? even(byteLength(f)) : 0), 0);

/**
 * Writes header and directory to the start of `bytes`: TIFF 6.0, little-endian, one image.
 * Fields are sorted by tag, as the format asks; values longer than four bytes stand behind the directory.
 */
export const writeDirectory = (bytes: Uint8Array, fields: readonly TiffField[]): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setUint16(0, 0x4949, true);
  view.setUint16(2, 42, true);
  view.setUint32(4, 8, true);
  view.setUint16(8, fields.length, true);
  let valuesAt = 10 + fields.length * 12 + 4;
  [...fields]
    .sort((a, b) => a.tag - b.tag)
    .forEach((field, i) => {
      const at = 10 + i * 12;
      view.setUint16(at, field.tag, true);
      view.setUint16(at + 2, codes[field.type], true);
      view.setUint32(at + 4, field.values.length, true);
      if (byteLength(field) <= 4) write(view, at + 8, field);
      else {
        view.setUint32(at + 8, valuesAt, true);
        write(view, valuesAt, field);
        valuesAt += even(byteLength(field));
      }
    });
};
