import { readFacts } from '../../data/build/facts.ts';
import { fibreSceneOf } from '../../src/fibre/fibre-scene.ts';
import { defaultFibreQuestion, type FibreQuestion, type FibreScene } from '../../src/fibre/fibre-types.ts';
import { planFibre } from '../../src/fibre/plan-fibre.ts';
import type { Hamlet } from '../../src/model/hamlet.ts';
import type { LonLat } from '../../src/model/place.ts';
import { aHamlet, aPack } from '../files/pack/small-pack.ts';

/** A hamlet without fibre, all its homes at its centre. */
export const aDarkHamlet = (id: string, centre: LonLat, change: Partial<Hamlet> = {}): Hamlet =>
  aHamlet({ id, centre, hasFibre: false, clusters: [{ position: centre, people: 300 }], ...change });

/**
 * Level open ground of about 10 by 5 km with a lit node at its western end, no roads and no masts; parts of it can be
 * replaced.
 */
export const aFibreScene = (change: Partial<FibreScene> = {}): FibreScene => {
  const draft = aPack();
  const pack = { ...draft, manifest: { ...draft.manifest, files: [] } };
  return {
    ...fibreSceneOf(pack),
    lit: [{ id: 'N1', position: [105.81, 21.62] }],
    roads: [],
    sites: [],
    hamlets: [aDarkHamlet('H1', [105.85, 21.62])],
    parameters: readFacts().parameters,
    ...change,
  };
};

export const plan = (scene: FibreScene, question: Partial<FibreQuestion> = {}) =>
  planFibre(scene, { ...defaultFibreQuestion, ...question });
