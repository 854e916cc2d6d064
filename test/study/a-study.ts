import type { Hamlet } from '../../src/model/hamlet.ts';
import type { Pack } from '../../src/model/pack.ts';
import type { Site } from '../../src/model/site.ts';
import { isRefusal, type Outcome, type Refusal } from '../../src/study/moment.ts';
import { createScenario } from '../../src/study/scenarios.ts';
import { commit, openStudy, type Study } from '../../src/study/study.ts';
import { aHamlet, aPack, aSite } from '../files/pack/small-pack.ts';

const operator = (id: string, mccMnc: string) => ({ id, name: id, mccMnc, source: 'a test' });

/** A pack of two communes with a few sites and hamlets, three operators. */
export const aPackWith = (sites: readonly Site[], hamlets: readonly Hamlet[] = [aHamlet()]): Pack => {
  const draft = aPack({ sites, hamlets });
  return {
    ...draft,
    manifest: { ...draft.manifest, files: [] },
    facts: {
      ...draft.facts,
      operators: [operator('viettel', '452-04'), operator('vinaphone', '452-02'), operator('mobifone', '452-01')],
    },
  };
};

/** A study with an empty scenario at work. */
export const aStudy = (
  sites: readonly Site[] = [aSite(), aSite({ id: 'TN-0002', position: [105.84, 21.635] })],
  hamlets: readonly Hamlet[] = [aHamlet(), aHamlet({ id: 'H-2', name: 'Xóm Chùa' })],
): Study => createScenario(openStudy({ pack: aPackWith(sites, hamlets), checksum: 'c'.repeat(64) }), 'Phương án 1');

/** The study after an operation that must not be refused. */
export const does = (study: Study, outcome: Outcome): Study => {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused} ${JSON.stringify(outcome.values)}`);
  return commit(study, outcome);
};

export const refusalOf = (outcome: Outcome): Refusal['refused'] | null => (isRefusal(outcome) ? outcome.refused : null);
