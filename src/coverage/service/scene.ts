import type { Pack } from '../../model/pack.ts';
import type { ServiceScene } from './service.ts';

/** What a service run needs of a pack. Clutter never goes on a surface model, which has it already. */
export const sceneOf = (pack: Pack): ServiceScene => ({
  terrain: pack.terrain,
  landCover: pack.manifest.terrainModel === 'bare' ? pack.landCover : null,
  hamlets: pack.hamlets,
  sites: pack.sites,
  bands: pack.facts.bands,
  antennas: pack.facts.antennas,
  operators: pack.facts.operators.map((operator) => operator.id),
});
