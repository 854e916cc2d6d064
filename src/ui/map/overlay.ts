import { computed } from '@preact/signals';
import type { FeatureCollection } from 'geojson';
import { toned } from '../../map/layers/overlay.ts';
import type { Measurement } from '../../model/measurement.ts';
import type { Assessment } from '../../proposal/assessment.ts';
import { task } from '../app-state/view.ts';
import { closingMarks } from '../closing/index.ts';
import { importing } from '../import/index.ts';
import { measuredShown, measurements } from '../measured/index.ts';
import { assessed } from '../proposals/index.ts';

/** Masts by their verdicts, and lines between those to share. */
const proposedMasts = ({ files, joint }: Assessment): FeatureCollection => {
  const at = new Map(
    files.flatMap(({ file, proposedSites }) =>
      proposedSites.map((proposed) => [`${file}\n${proposed.id}`, proposed.position]),
    ),
  );
  return {
    type: 'FeatureCollection',
    features: [
      ...joint.flatMap(({ host, donor }) => {
        const ends = [donor, host].flatMap(({ file, id }) => {
          const position = at.get(`${file}\n${id}`);
          return position ? [[...position]] : [];
        });
        return ends.length === 2 ? [toned({ type: 'LineString', coordinates: ends }, 'pair')] : [];
      }),
      ...files.flatMap(({ proposedSites }) =>
        proposedSites.map(({ position, verdict }) => toned({ type: 'Point', coordinates: [...position] }, verdict)),
      ),
    ],
  };
};

/** Where the rows of a file being imported would fall. */
const importSketch = ({ features }: FeatureCollection): FeatureCollection => ({
  type: 'FeatureCollection',
  features: features.map(({ geometry }) => toned(geometry, 'import')),
});

/** Points drawn: enough to see a drive, quick to draw. */
const drawnPoints = 5_000;

/** What was measured, by level: kept apart from what is computed. */
const measuredPoints = (all: readonly Measurement[]): FeatureCollection => {
  const step = Math.max(1, Math.ceil(all.length / drawnPoints));
  return {
    type: 'FeatureCollection',
    features: all
      .filter((_, i) => i % step === 0)
      .map(({ position, rsrpDbm }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...position] },
        properties: { levelDbm: rsrpDbm },
      })),
  };
};

/** What lies over the map without being of the study; null where nothing does. */
export const overlay = computed<FeatureCollection | null>(() => {
  const state = importing.value;
  const draft = state && state.kind !== 'reading' ? state.draft : null;
  if (draft?.look) return importSketch(draft.look.sketch);
  if (task.value === 'overview' && measuredShown.value) return measuredPoints(measurements.value);
  if (closingMarks.value) return closingMarks.value;
  return task.value === 'proposals' && assessed.value ? proposedMasts(assessed.value.assessment) : null;
});
