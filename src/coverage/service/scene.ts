import type { Pack } from '../../model/pack.ts';
import { switchedOffOn } from '../../model/switch-off.ts';
import { hamletPoints } from './hamlet-points.ts';
import type { ServiceScene } from './service.ts';

const switchedOffIn = ({ manifest }: Pack): Pick<ServiceScene, 'switchedOff'> => {
  const switchedOff = switchedOffOn(manifest.date);
  return switchedOff.length > 0 ? { switchedOff } : {};
};

/** What a service run at a pack's hamlets needs of it. Clutter never goes on a surface model, which has it already. */
export const sceneOf = (pack: Pack): ServiceScene => ({
  ...switchedOffIn(pack),
  terrain: pack.terrain,
  landCover: pack.manifest.terrainModel === 'bare' ? pack.landCover : null,
  points: hamletPoints(pack.hamlets).positions,
  sites: pack.sites,
  bands: pack.facts.bands,
  antennas: pack.facts.antennas,
  operators: pack.facts.operators.map((operator) => operator.id),
});
