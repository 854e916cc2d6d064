import { refuse } from '../problem-list.ts';
import type { TiffDirectory } from './tiff/read-directory.ts';
import type { Samples } from './tiff/read-samples.ts';

/** Heights there are on Earth's land, with room for what a survey may be off by. */
const lowestM = -500;
const highestM = 9_000;

/** Values beyond those heights are voids where they are so few different ones; more of them are no heights. */
const mostVoidValues = 3;

/** Metres of a unit of length, by the names GDAL and GIS tools write. */
const unitsM: readonly (readonly [name: RegExp, metres: number])[] = [
  [/^(?:m|met(?:re|er)s?)$/i, 1],
  [/^(?:ft|f(?:oo|ee)t|international foot)$/i, 0.3048],
  [/^(?:us[-_ ]?(?:survey[-_ ]?)?(?:ft|f(?:oo|ee)t)|ftus|foot_us)$/i, 1200 / 3937],
  [/^(?:dm|decimet(?:re|er)s?)$/i, 0.1],
  [/^(?:cm|centimet(?:re|er)s?)$/i, 0.01],
  [/^(?:mm|millimet(?:re|er)s?)$/i, 0.001],
  [/^(?:km|kilomet(?:re|er)s?)$/i, 1000],
];
/** The same by EPSG code, as the geo key VerticalUnits has it. */
const unitCodesM: Readonly<Record<number, number>> = { 9001: 1, 9002: 0.3048, 9003: 1200 / 3937 };

/** From a sample's value to metres: value × scale + offset. */
export interface HeightScale {
  scale: number;
  offset: number;
  /** What the file states, in its own words; empty where it states nothing but metres. */
  stated: string;
}

const itemOf = (metadata: string, name: string): string | undefined =>
  new RegExp(`<Item\\s[^>]*name="${name}"[^>]*>([^<]*)</Item>`, 'i').exec(metadata)?.[1].trim();

/**
 * How a file says that its values become metres: GDAL's SCALE, OFFSET and UNITTYPE of the first band, and the vertical
 * unit of its geo keys. Throws InputError for a unit that is not known and for two that differ.
 */
export const heightScaleOf = (
  directory: TiffDirectory,
  verticalUnit: number | undefined,
  file: string,
): HeightScale => {
  const metadata = directory.text('gdalMetadata');
  // items of other bands say nothing of the first
  const own = metadata.replace(/<Item\s[^>]*sample="[1-9]\d*"[^>]*>[^<]*<\/Item>/gi, '');
  const numberOf = (name: string, standard: number): number => {
    const text = itemOf(own, name);
    const value = text === undefined ? standard : Number(text);
    if (text === '' || !Number.isFinite(value) || (name === 'SCALE' && value === 0)) {
      const ruleValues = { expected: 'number' };
      throw refuse({ file, place: `GDAL_METADATA ${name}`, value: text ?? '', rule: 'wrong-type', ruleValues });
    }
    return value;
  };
  const scale = numberOf('SCALE', 1);
  const offset = numberOf('OFFSET', 0);
  const name = itemOf(own, 'UNITTYPE') ?? '';
  const byName = name === '' ? undefined : unitsM.find(([pattern]) => pattern.test(name))?.[1];
  const byCode = verticalUnit === undefined ? undefined : unitCodesM[verticalUnit];
  const isUnknown = (name !== '' && byName === undefined) || (verticalUnit !== undefined && byCode === undefined);
  if (isUnknown || (byName !== undefined && byCode !== undefined && byName !== byCode)) {
    const value = [name, verticalUnit === undefined ? '' : `EPSG:${verticalUnit}`].filter((part) => part).join(', ');
    throw refuse({
      file,
      place: 'UNITTYPE',
      value,
      rule: 'not-one-of',
      ruleValues: { allowed: 'm, ft, US survey ft' },
    });
  }
  const metres = byName ?? byCode ?? 1;
  const stated = [
    scale === 1 ? '' : `SCALE ${scale}`,
    offset === 0 ? '' : `OFFSET ${offset}`,
    metres === 1 ? '' : `${name || `EPSG:${verticalUnit}`}`,
  ].filter((part) => part !== '');
  return { scale: scale * metres, offset: offset * metres, stated: stated.join(', ') };
};

/** No-data values are written as text of some digits: 3.40282e+38 means the largest float. */
const isSame = (value: number, noData: number): boolean =>
  value === noData || Math.abs(value - noData) <= Math.abs(noData) * 1e-5 * (Math.abs(noData) > 1e6 ? 1 : 0);

/**
 * Heights in metres, NaN where unknown: the file's no-data value, what is no number, and values no land has where they
 * are few different ones, as every product has its own (−9999, −32767, 1.7e38). Throws InputError where more than that
 * are beyond the heights of the Earth: then they are none, or in another unit.
 *
 * @param placeOf where the value of an index stands, for a refusal
 */
export const heightsOf = (
  samples: Samples,
  { scale, offset }: Pick<HeightScale, 'scale' | 'offset'>,
  noData: number,
  file: string,
  placeOf: (index: number) => string,
): Float32Array => {
  const heights = new Float32Array(samples.length);
  const single = Math.fround(noData);
  const beyond = new Set<number>();
  let known = 0;
  for (let i = 0; i < samples.length; i++) {
    const value = samples[i];
    const heightM = value * scale + offset;
    if (value === noData || value === single || isSame(value, noData) || !Number.isFinite(heightM)) {
      heights[i] = Number.NaN;
    } else if (heightM < lowestM || heightM > highestM) {
      heights[i] = Number.NaN;
      beyond.add(value);
      if (beyond.size > mostVoidValues) {
        const ruleValues = { min: lowestM, max: highestM };
        throw refuse({ file, place: placeOf(i), value: `${heightM} m`, rule: 'out-of-range', ruleValues });
      }
    } else {
      heights[i] = heightM;
      known++;
    }
  }
  if (known === 0) {
    const value = String(samples[0]);
    throw refuse({ file, place: '', value, rule: 'not-heights', ruleValues: { detail: `${lowestM}…${highestM} m` } });
  }
  return heights;
};
