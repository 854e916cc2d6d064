/** A property's name without case, accents and separators: 'Mã_Xã' and 'MAXA' are one. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** The first property that bears one of the names, in the order of the names; undefined where none has a value. */
export const guess = (properties: Readonly<Record<string, unknown>>, names: readonly string[]): unknown => {
  const byName = new Map(Object.entries(properties).map(([name, value]) => [plain(name), value]));
  for (const name of names) {
    const value = byName.get(plain(name));
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
};

/** As `guess`, as trimmed text in NFC. */
export const guessText = (
  properties: Readonly<Record<string, unknown>>,
  names: readonly string[],
): string | undefined => {
  const value = guess(properties, names);
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim().normalize('NFC') : undefined;
};

/** A GSO commune code: five digits, whose leading zeros spreadsheets lose. */
export const asCommuneCode = (text: string): string => (/^\d{1,4}$/.test(text) ? text.padStart(5, '0') : text);

export const communeCodeNames = ['gso_code', 'gso', 'commune_code', 'ma_xa', 'ma_phuong_xa', 'xa_code', 'code', 'ma'];
