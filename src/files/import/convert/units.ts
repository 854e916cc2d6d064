import type { ImportField } from '../guess/fields.ts';

/** Units that a field's numbers may bear, with what a number in them is in the field's own. */
type Units = readonly (readonly [name: string, factor: number])[];

const groundElevationM = 0.3048;
const lengths: Units = [
  ['m|met|mét|metres?|meters?', 1],
  ['ft|feet|foot', groundElevationM],
  ['km', 1000],
  ['cm', 0.01],
];
const persons: Units = [['người|nguoi|nhân khẩu|nhan khau|khẩu|khau|people|persons?|inhabitants', 1]];
const homes: Units = [['hộ|ho|hộ dân|households?|hh', 1]];
const levels: Units = [['dbm', 1]];

const unitsOf: Partial<Record<ImportField, Units>> = {
  height: lengths,
  people: persons,
  households: homes,
  rsrp: levels,
};

interface UnitPatterns {
  /** Behind a number, as in '42 m'. */
  behind: RegExp;
  /** At the end of a heading, as in 'height_ft' and 'Chiều cao (m)'. */
  inHeading: RegExp;
  factor: number;
}

const patterns = Object.fromEntries(
  Object.entries(unitsOf).map(([field, units]) => [
    field,
    units.map(
      ([name, factor]): UnitPatterns => ({
        behind: new RegExp(`^(.*\\d[.,]?)\\s*(?:${name})\\.?$`, 'iu'),
        inHeading: new RegExp(`(?:[([]\\s*(?:${name})\\s*[)\\]]|[\\s_./,-](?:${name}))\\s*$`, 'iu'),
        factor,
      }),
    ),
  ]),
) as Partial<Record<ImportField, readonly UnitPatterns[]>>;

/** A number's text without the unit behind it, and what that unit is in the field's own; undefined where it has none. */
export const withoutUnit = (value: string, field: ImportField): { text: string; factor?: number } => {
  const text = value.trim();
  // most cells end in a digit
  if (/\d$/.test(text)) return { text };
  for (const { behind, factor } of patterns[field] ?? []) {
    const found = behind.exec(text);
    if (found) return { text: found[1], factor };
  }
  return { text };
};

/** What a number is in a field's own unit by the unit its heading names. */
export const unitOfHeading = (heading: string, field: ImportField): number =>
  patterns[field]?.find(({ inHeading }) => inHeading.test(heading))?.factor ?? 1;
