import { type Entry, idOf, type LayerId, type StudyLayers } from '../layers.ts';
import { type Change, type Outcome, type Refusal, refused } from '../moment.ts';
import { put, type Study } from '../study.ts';
import { type BrokenRule, rulesOver } from '../study-rules.ts';
import { unfitField } from '../study-schema.ts';

/** What a file brings, by layer. */
export type ImportedLayers = { readonly [L in LayerId]?: readonly StudyLayers[L][] };

interface ImportInput {
  file: string;
  layers: ImportedLayers;
}

/** A broken rule as a reason not to run. */
const refusalOf = ({ rule, value, ruleValues = {} }: BrokenRule, id: string): Refusal => {
  if (rule === 'outside-province' || rule === 'no-people') return refused(rule, { id });
  if (rule === 'above-mast') {
    return refused('above-the-mast', { antennaHeightM: Number(value), heightM: ruleValues.max ?? '' });
  }
  return rule === 'duplicate-id' ? refused('id-taken', { id: value }) : refused('unknown-reference', { value });
};

/** The same as `importFile`, a piece at a time: gives how many entries are done, so that a page may draw in between. */
export function* importFileInSteps(study: Study, { file, layers }: ImportInput): Generator<number, Outcome> {
  const changes: Change[] = [];
  const seen = new Set<string>();
  const kinds = Object.keys(layers) as LayerId[];
  const broken = rulesOver(
    study.base.pack,
    kinds.flatMap((layer) => (layers[layer] ?? []).map((entry) => ({ layer, entry: entry as Entry }))),
  );
  for (const layer of kinds) {
    for (const entry of layers[layer] ?? []) {
      const id = idOf(layer, entry as never);
      if (seen.has(`${layer} ${id}`)) return refused('id-taken', { id });
      seen.add(`${layer} ${id}`);
      const field = unfitField(layer, entry as never);
      if (field !== null) return refused('out-of-range', { id, field });
      const rule = broken({ layer, id, entry: entry as Entry });
      if (rule) return refusalOf(rule, id);
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
