import { idOf, type LayerId, type StudyLayers } from '../layers.ts';
import { type Change, type Outcome, refused } from '../moment.ts';
import { put, type Study } from '../study.ts';
import { unfitField } from '../study-schema.ts';

/** What a file brings, by layer. */
export type ImportedLayers = { readonly [L in LayerId]?: readonly StudyLayers[L][] };

interface ImportInput {
  file: string;
  layers: ImportedLayers;
}

/** The same as `importFile`, a piece at a time: gives how many entries are done, so that a page may draw in between. */
export function* importFileInSteps(study: Study, { file, layers }: ImportInput): Generator<number, Outcome> {
  const changes: Change[] = [];
  const seen = new Set<string>();
  for (const layer of Object.keys(layers) as LayerId[]) {
    for (const entry of layers[layer] ?? []) {
      const id = idOf(layer, entry as never);
      if (seen.has(`${layer} ${id}`)) return refused('id-taken', { id });
      seen.add(`${layer} ${id}`);
      const field = unfitField(layer, entry as never);
      if (field !== null) return refused('out-of-range', { id, field });
      changes.push(put(study, layer, entry as never));
      yield changes.length;
    }
  }
  return changes.length > 0
    ? { note: { operation: 'importFile', subject: file }, changes }
    : refused('nothing-changes');
}

/** Everything a file brings, as one moment: an entry whose id is there takes that one's place. */
export const importFile = (study: Study, input: ImportInput): Outcome => {
  const steps = importFileInSteps(study, input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
