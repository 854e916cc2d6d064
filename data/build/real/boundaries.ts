import { area, bbox, booleanPointInPolygon, featureCollection, pointOnFeature, union } from '@turf/turf';
import type { Feature, FeatureCollection } from 'geojson';
import { asCommuneCode } from '../../../src/files/import/commune-code.ts';
import { readAreas } from '../../../src/files/import/convert/read-areas.ts';
import { ProblemList } from '../../../src/files/problem-list.ts';
import { findGaps, findOverlaps } from '../../../src/files/vector/overlaps.ts';
import type { AreaGeometry } from '../../../src/model/pack.ts';
import type { BoundingBox, Commune, District } from '../../../src/model/place.ts';
import type { Problem } from '../../../src/model/problem.ts';

export interface Boundaries {
  communes: FeatureCollection<AreaGeometry, Commune>;
  districts: FeatureCollection<AreaGeometry, District>;
  province: FeatureCollection<AreaGeometry, { name: string }>;
  warnings: readonly Problem[];
}

/** Overlaps up to this share of the whole are slivers between lines drawn twice; more is another map. */
const overlapTolerance = 0.001;
/** A commune whose area is farther than this from the register's may be another unit of the same code. */
const areaTolerance = 0.1;
/** Slivers smaller than this are not worth a line each, km² (a tenth of a hectare). */
const sliverKm2 = 0.001;
/** With more unknown codes than this the file is of other administrative units altogether. */
const foreignShare = 0.25;

const vintage = '2020';
const km2 = (shape: Feature<AreaGeometry>): number => area(shape) / 1e6;
const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/**
 * Commune boundaries matched to the register of 2020 by code, with districts and province made from them. Overlaps,
 * gaps and areas that differ from the register's are told. Throws InputError naming every unknown, repeated and missing
 * code, and every overlap when they come to more than a thousandth of the area.
 */
export const readBoundaries = async (
  bytes: Uint8Array,
  file: string,
  register: readonly Commune[],
  provinceName: string,
): Promise<Boundaries> => {
  const { areas, warnings } = await readAreas(bytes, file, boxOf(register));
  const features = areas.map(({ geometry, ...properties }): Raw => ({ type: 'Feature', geometry, properties }));
  const problems = new ProblemList();
  problems.add(warnings);
  const communes = match(features, file, register, problems);
  checkOverlaps(features, file, problems);
  problems.throwIfErrors(file);

  const districts = dissolve(communes);
  const whole = merge(districts);
  for (const { areaKm2, middle } of findGaps(whole.geometry)) {
    if (areaKm2 < sliverKm2) continue;
    const place = middle.map((degrees) => degrees.toFixed(5)).join(', ');
    problems.warning({ file, place, value: '', rule: 'gap', ruleValues: { areaKm2: round(areaKm2, 4) } });
  }
  return {
    communes: featureCollection(communes),
    districts: featureCollection(districts),
    province: featureCollection([{ ...whole, properties: { name: provinceName } }]),
    warnings: problems.warnings,
  };
};

/** An area of the file, with where it stands and what it says it is. */
type Raw = Feature<AreaGeometry, { place: string; code: string; name: string }>;

/** Where the register's communes are, with room for a file that reaches over the border. */
const boxOf = (register: readonly Commune[]): BoundingBox => {
  const [west, south, east, north] = bbox({ type: 'MultiPoint', coordinates: register.map(({ point }) => [...point]) });
  return [west, south, east, north];
};

const placeOf = ({ properties: { place, name } }: Raw): string => (name ? `${place} (${name})` : place);

/** Communes in the register's order, each with the register's figures on the file's shape. */
const match = (
  features: readonly Raw[],
  file: string,
  register: readonly Commune[],
  problems: ProblemList,
): Feature<AreaGeometry, Commune>[] => {
  const known = new Map(register.map((commune) => [commune.code, commune]));
  const found = new Map<string, number>();
  const codes = features.map(({ properties }) => properties.code);
  const unknown = codes.filter((code) => code !== '' && !known.has(asCommuneCode(code))).length;
  if (unknown > foreignShare * features.length) {
    const value = `${unknown}/${features.length}`;
    problems.error({ file, place: 'features', value, rule: 'wrong-vintage', ruleValues: { expected: vintage } });
  }
  features.forEach((feature, i) => {
    const place = placeOf(feature);
    const text = codes[i];
    if (text === '') {
      problems.error({ file, place, value: '', rule: 'missing-field', ruleValues: { field: 'gso_code' } });
      return;
    }
    const code = asCommuneCode(text);
    const first = found.get(code);
    if (!known.has(code)) {
      problems.error({ file, place, value: text, rule: 'unknown-commune', ruleValues: { vintage } });
    } else if (first !== undefined) {
      problems.error({
        file,
        place,
        value: text,
        rule: 'duplicate-id',
        ruleValues: { first: features[first].properties.place },
      });
    } else found.set(code, i);
  });
  return register.flatMap((commune) => {
    const i = found.get(commune.code);
    if (i === undefined) {
      const value = `${commune.name} (${commune.code})`;
      problems.error({ file, place: 'features', value, rule: 'missing-commune', ruleValues: { vintage } });
      return [];
    }
    const { geometry } = features[i];
    checkArea(features[i], commune, file, placeOf(features[i]), problems);
    return [{ type: 'Feature' as const, id: commune.code, geometry, properties: withPointInside(commune, geometry) }];
  });
};

const checkArea = (feature: Raw, commune: Commune, file: string, place: string, problems: ProblemList): void => {
  const areaKm2 = km2(feature);
  if (Math.abs(areaKm2 / commune.areaKm2 - 1) <= areaTolerance) return;
  const ruleValues = { areaKm2: round(areaKm2, 2), officialKm2: commune.areaKm2 };
  problems.warning({ file, place, value: commune.code, rule: 'area-differs', ruleValues });
};

/** The register's point, unless this file draws the commune without it. */
const withPointInside = (commune: Commune, geometry: AreaGeometry): Commune => {
  if (booleanPointInPolygon([...commune.point], geometry)) return commune;
  const [lon, lat] = pointOnFeature(geometry).geometry.coordinates;
  return { ...commune, point: [lon, lat] };
};

const checkOverlaps = (features: readonly Raw[], file: string, problems: ProblemList): void => {
  const sumKm2 = features.reduce((sum, feature) => sum + km2(feature), 0);
  // what is counted twice; one union is quicker than trying every pair, and most files have nothing to find
  const doubleKm2 = features.length > 1 ? sumKm2 - km2(merge(features)) : 0;
  if (doubleKm2 < sliverKm2) return;
  const overlaps = findOverlaps(features);
  const totalKm2 = overlaps.reduce((sum, overlap) => sum + overlap.areaKm2, 0);
  const tell = totalKm2 > overlapTolerance * sumKm2 ? problems.error : problems.warning;
  const ruleValues = { count: overlaps.length, areaKm2: round(totalKm2, 4) };
  tell.call(problems, { file, place: 'features', value: '', rule: 'overlaps', ruleValues });
  const bySize = [...overlaps].sort((x, y) => y.areaKm2 - x.areaKm2 || x.a - y.a || x.b - y.b);
  for (const { a, b, areaKm2 } of bySize) {
    if (areaKm2 < sliverKm2) continue;
    const [place, value] = [placeOf(features[a]), placeOf(features[b])];
    tell.call(problems, { file, place, value, rule: 'overlap', ruleValues: { areaKm2: round(areaKm2, 4) } });
  }
};

const merge = <P extends object>(shapes: readonly Feature<AreaGeometry, P>[]): Feature<AreaGeometry> => {
  const whole = shapes.length === 1 ? shapes[0] : union(featureCollection([...shapes]));
  if (!whole) throw new Error('No shapes to merge');
  return { type: 'Feature', geometry: whole.geometry, properties: {} };
};

const dissolve = (communes: readonly Feature<AreaGeometry, Commune>[]): Feature<AreaGeometry, District>[] => {
  const codes = [...new Set(communes.map((commune) => commune.properties.districtCode))].sort();
  return codes.map((code) => {
    const own = communes.filter((commune) => commune.properties.districtCode === code);
    return { ...merge(own), id: code, properties: { code, name: own[0].properties.districtName } };
  });
};
