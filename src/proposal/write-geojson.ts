import type { FeatureCollection, Geometry } from 'geojson';
import type { Assessment } from './assessment.ts';

/**
 * The assessment for a GIS: every proposed mast with its verdict and figures, and lines from masts given up to the one
 * they share. What it was computed from stands beside the features.
 */
export const assessmentGeoJson = (assessment: Assessment): Uint8Array => {
  const { files, joint, ...head } = assessment;
  const at = new Map(
    files.flatMap(({ file, towers }) => towers.map((tower) => [`${file}\n${tower.id}`, tower] as const)),
  );
  const towers = files.flatMap(({ file, towers: own }) =>
    own.map(({ id, position, ...rest }) => ({
      type: 'Feature' as const,
      id,
      geometry: { type: 'Point' as const, coordinates: [...position] },
      properties: { id, file, ...rest },
    })),
  );
  const lines = joint.flatMap((pair) => {
    const ends = [pair.moved, pair.host].flatMap(({ file, id }) => at.get(`${file}\n${id}`) ?? []);
    return ends.length === 2
      ? [
          {
            type: 'Feature' as const,
            geometry: { type: 'LineString' as const, coordinates: ends.map(({ position }) => [...position]) },
            properties: pair,
          },
        ]
      : [];
  });
  const collection: FeatureCollection<Geometry> & Record<string, unknown> = {
    type: 'FeatureCollection',
    ...head,
    files: files.map(({ file, rows, problems, totals }) => ({ file, rows, problems, totals })),
    features: [...towers, ...lines],
  };
  return new TextEncoder().encode(`${JSON.stringify(collection)}\n`);
};
