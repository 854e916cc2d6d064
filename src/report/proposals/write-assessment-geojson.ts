import type { FeatureCollection } from 'geojson';
import { withFileNames } from '../../findings/file-names.ts';
import type { Assessment } from '../../proposal/assessment.ts';
import { proposalFeatures } from './proposal-features.ts';

/** The assessment for a GIS: its sites and lines. What it was computed from stands beside the features. */
export const assessmentGeoJson = (assessment: Assessment): Uint8Array => {
  const { files, joint, ...head } = assessment;
  const collection: FeatureCollection & Record<string, unknown> = {
    type: 'FeatureCollection',
    ...head,
    files: files.map(({ file, checksum, rows, problems, totals }) => ({ file, checksum, rows, problems, totals })),
    features: proposalFeatures(assessment),
  };
  return new TextEncoder().encode(`${JSON.stringify(withFileNames(collection))}\n`);
};
