import { idOf, type LayerId, type StudyLayers } from '../layers.ts';
import { type Change, type Outcome, refused } from '../moment.ts';
import { put, type Study } from '../study.ts';
import { unfitField } from '../study-schema.ts';

/** What a file brings, by layer. */
export type ImportedLayers = { readonly [L in LayerId]?: readonly StudyLayers[L][] };

/** Everything a file brings, as one moment: an entry whose id is there takes that one's place. */
export const importFile = (study: Study, { file, layers }: { file: string; layers: ImportedLayers }): Outcome => {
  const changes: Change[] = [];
  const seen = new Set<string>();
  const take = <L extends LayerId>(layer: L, entries: readonly StudyLayers[L][]): Outcome | null => {
    for (const entry of entries) {
      const id = idOf(layer, entry);
      if (seen.has(`${layer} ${id}`)) return refused('id-taken', { id });
      seen.add(`${layer} ${id}`);
      const field = unfitField(layer, entry);
      if (field !== null) return refused('out-of-range', { id, field });
      changes.push(put(study, layer, entry));
    }
    return null;
  };
  for (const [layer, entries] of Object.entries(layers)) {
    const problem = take(layer as LayerId, entries as readonly StudyLayers[LayerId][]);
    if (problem) return problem;
  }
  return changes.length > 0
    ? { note: { operation: 'importFile', subject: file }, changes }
    : refused('nothing-changes');
};
