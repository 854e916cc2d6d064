import { fibreSceneOf } from '../../src/fibre/fibre-scene.ts';
import { defaultFibreQuestion, type FibreScene } from '../../src/fibre/fibre-types.ts';
import { planFibre } from '../../src/fibre/plan-fibre.ts';
import { communesOfArea } from '../../src/model/area-communes.ts';
import { builtInPack } from '../support/built-in-pack.ts';
import { cpuMs, type Print } from './measure.ts';

/** The scene with a share of its hamlets dark that have fibre, and their nodes with them: harder trees, more of them. */
const darkened = (scene: FibreScene, share: number): FibreScene => {
  const hamlets = scene.hamlets.map((hamlet, h) => ({
    ...hamlet,
    hasFibre: hamlet.hasFibre && (h * 7919) % 1000 >= 1000 * share,
  }));
  const dark = new Set(hamlets.flatMap(({ id, hasFibre }) => (hasFibre ? [] : [`F-${id}`])));
  return { ...scene, hamlets, lit: scene.lit.filter(({ id }) => !dark.has(id)) };
};

/** Seconds of processor time by the number of hamlets to join, how near to the bound the tree comes, and how both grow. */
export const run = async (print: Print): Promise<void> => {
  const pack = await builtInPack();
  const scene = fibreSceneOf(pack);
  let before: { hamlets: number; seconds: number } | null = null;
  const measure = (what: object, of: FibreScene, zoom: number, communeCodes: readonly string[] | null = null) => {
    let finding: ReturnType<typeof planFibre> | undefined;
    const seconds =
      cpuMs(() => {
        finding = planFibre(of, { ...defaultFibreQuestion, zoom, communeCodes });
      }) / 1000;
    const { proof, hamlets, bill } = finding!;
    print({
      ...what,
      zoom,
      hamlets: hamlets.length,
      lit: of.lit.length,
      seconds: Number(seconds.toFixed(1)),
      km: Number((bill.aerialKm + bill.buriedKm).toFixed(1)),
      billionVnd: Number((proof.costVnd / 1e9).toFixed(3)),
      gap: Number(proof.gap.toFixed(5)),
      gapByDualAscentAlone: Number((proof.costVnd / proof.dualAscentVnd - 1).toFixed(5)),
      parts: proof.parts,
      exactParts: proof.exactParts,
      largestPart: proof.largestPart,
      // seconds grow with the number of hamlets to this power, since the line before
      ...(before && {
        power: Number((Math.log(seconds / before.seconds) / Math.log(hamlets.length / before.hamlets)).toFixed(2)),
      }),
    });
    return { hamlets: hamlets.length, seconds };
  };
  before = measure({ measure: 'a district' }, scene, 10, communesOfArea(pack, '171'));
  for (const share of [0, 0.1, 0.2, 0.4, 0.8]) {
    before = measure({ measure: 'the province', darkened: share }, darkened(scene, share), 10);
  }
  before = null;
  measure({ measure: 'the province', darkened: 0 }, scene, 11);
};
