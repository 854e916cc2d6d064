import { booleanPointInPolygon, pointOnFeature } from '@turf/turf';
import type { Feature } from 'geojson';
import type { AreaGeometry } from '../../../model/pack.ts';
import type { Commune } from '../../../model/place.ts';
import { limits } from '../../limits.ts';
import { type ProblemList, refuse } from '../../problem-list.ts';
import { findOverlaps } from '../../vector/overlaps.ts';
import { areTangled } from '../../vector/tangle.ts';
import { asCommuneCode } from '../commune-code.ts';
import type { ImportContext } from '../context.ts';
import { codesStated, type StatedCode } from '../other-codes.ts';

/** One area of a file, with the commune code it states. */
export interface RawArea {
  place: string;
  code: string;
  name: string;
  geometry: AreaGeometry;
}

const positionsIn = (part: unknown): number =>
  !Array.isArray(part) ? 0 : typeof part[0] === 'number' ? 1 : part.reduce((sum, inner) => sum + positionsIn(inner), 0);

/** Refuses areas drawn so finely, or so much over each other, that laying them over each other would never end. */
export const checkAreas = (areas: readonly RawArea[], file: string): void => {
  const found = areas.reduce((sum, { geometry }) => sum + positionsIn(geometry.coordinates), 0);
  if (found > limits.areaVertices) {
    const ruleValues = { max: limits.areaVertices, unit: 'positions' };
    throw refuse({ file, place: 'features', value: `${found} positions`, rule: 'too-large', ruleValues });
  }
  if (areTangled(areas.map(({ geometry }) => geometry))) {
    const ruleValues = { detail: 'borders cross each other everywhere' };
    throw refuse({ file, place: 'features', value: '', rule: 'bad-geometry', ruleValues });
  }
};

/** Slivers smaller than this are not worth a line each, km² (a tenth of a hectare). */
const sliverKm2 = 0.001;

const km2 = (value: number): number => Number(value.toFixed(4));

/**
 * Communes of the study with a file's shapes, matched by vintage and code. A code the register does not have, or has
 * had before in the file, is told and left out, as is a file of units of another vintage whole; overlaps are told with
 * their area, and enter as they are.
 */
export const toBoundaries = (
  areas: readonly RawArea[],
  { communes, otherCodes }: Pick<ImportContext, 'communes' | 'otherCodes'>,
  file: string,
  problems: ProblemList,
): Feature<AreaGeometry, Commune>[] => {
  checkAreas(areas, file);
  tellOverlaps(areas, file, problems);
  const vintage = communes?.features[0]?.properties.vintage ?? '';
  if (codesStated(areas.map(insideOf), { communes, otherCodes })) {
    for (const { place, code } of areas) {
      problems.error({ file, place, value: code, rule: 'wrong-vintage', ruleValues: { expected: vintage } });
    }
    return [];
  }
  const known = new Map(communes?.features.map(({ properties }) => [properties.code, properties]));
  const first = new Map<string, string>();
  return areas.flatMap(({ place, code: stated, geometry }): Feature<AreaGeometry, Commune>[] => {
    const code = asCommuneCode(stated);
    const commune = known.get(code);
    const before = first.get(code);
    if (stated === '') {
      problems.error({ file, place, value: '', rule: 'missing-field', ruleValues: { field: 'communeCode' } });
    } else if (before !== undefined) {
      problems.error({ file, place, value: stated, rule: 'duplicate-id', ruleValues: { first: before } });
    } else if (!commune) {
      problems.error({ file, place, value: stated, rule: 'unknown-commune', ruleValues: { vintage } });
    } else {
      first.set(code, place);
      return [{ type: 'Feature', geometry, properties: withPointInside(commune, geometry) }];
    }
    return [];
  });
};

const insideOf = ({ code, geometry }: RawArea): StatedCode => {
  const [lon, lat] = pointOnFeature(geometry).geometry.coordinates;
  return { code, position: [lon, lat] };
};

/** The register's point, unless this file draws the commune without it. */
const withPointInside = (commune: Commune, geometry: AreaGeometry): Commune => {
  if (booleanPointInPolygon([...commune.point], geometry)) return commune;
  const [lon, lat] = pointOnFeature(geometry).geometry.coordinates;
  return { ...commune, point: [lon, lat] };
};

const tellOverlaps = (areas: readonly RawArea[], file: string, problems: ProblemList): void => {
  if (areas.length < 2) return;
  const overlaps = findOverlaps(areas.map(({ geometry }) => ({ type: 'Feature', geometry, properties: {} })));
  const large = overlaps.filter(({ areaKm2 }) => areaKm2 >= sliverKm2);
  if (large.length === 0) return;
  const totalKm2 = overlaps.reduce((sum, { areaKm2 }) => sum + areaKm2, 0);
  const ruleValues = { count: overlaps.length, areaKm2: km2(totalKm2) };
  problems.warning({ file, place: 'features', value: '', rule: 'overlaps', ruleValues });
  for (const { a, b, areaKm2 } of large.toSorted((x, y) => y.areaKm2 - x.areaKm2 || x.a - y.a || x.b - y.b)) {
    const value = `${areas[b].place} (${areas[b].code})`;
    problems.warning({ file, place: areas[a].place, value, rule: 'overlap', ruleValues: { areaKm2: km2(areaKm2) } });
  }
};
