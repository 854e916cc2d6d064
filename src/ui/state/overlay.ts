import { computed } from '@preact/signals';
import type { Feature, FeatureCollection } from 'geojson';
import type { OverlayTone } from '../../map/layers/overlay.ts';
import type { Assessment } from '../../proposal/assessment.ts';
import { importing } from './import.ts';
import { proposalState } from './proposals.ts';
import { task } from './view.ts';

const toned = (geometry: Feature['geometry'], tone: OverlayTone): Feature => ({
  type: 'Feature',
  geometry,
  properties: { tone },
});

/** Masts by their verdicts, and lines between those to share. */
const proposedMasts = ({ files, joint }: Assessment): FeatureCollection => {
  const at = new Map(
    files.flatMap(({ file, towers }) => towers.map((tower) => [`${file}\n${tower.id}`, tower.position])),
  );
  return {
    type: 'FeatureCollection',
    features: [
      ...joint.flatMap(({ host, moved }) => {
        const ends = [moved, host].flatMap(({ file, id }) => {
          const position = at.get(`${file}\n${id}`);
          return position ? [[...position]] : [];
        });
        return ends.length === 2 ? [toned({ type: 'LineString', coordinates: ends }, 'pair')] : [];
      }),
      ...files.flatMap(({ towers }) =>
        towers.map(({ position, verdict }) => toned({ type: 'Point', coordinates: [...position] }, verdict)),
      ),
    ],
  };
};

/** Where the rows of a file being imported would fall. */
const importSketch = ({ features }: FeatureCollection): FeatureCollection => ({
  type: 'FeatureCollection',
  features: features.map(({ geometry }) => toned(geometry, 'import')),
});

/** What lies over the map without being of the study; null where nothing does. */
export const overlay = computed<FeatureCollection | null>(() => {
  const state = importing.value;
  const draft = state && state.kind !== 'reading' ? state.draft : null;
  if (draft?.look) return importSketch(draft.look.sketch);
  const proposals = proposalState.value;
  return task.value === 'proposals' && proposals.kind === 'done' ? proposedMasts(proposals.result.assessment) : null;
});
