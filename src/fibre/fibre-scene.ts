import type { Pack } from '../model/pack.ts';
import type { FibreScene, LitPlace } from './fibre-types.ts';

/** What a fibre plan needs of a pack. `alsoLit` are sites that are said to have fibre: a pack does not tell. */
export const fibreSceneOf = (pack: Pack, alsoLit: readonly LitPlace[] = []): FibreScene => ({
  terrain: pack.terrain,
  landCover: pack.landCover,
  isSurface: pack.manifest.terrainModel === 'surface',
  hamlets: pack.hamlets,
  lit: [
    ...pack.fibreNodes.features.map(({ geometry: { coordinates }, properties: { id } }): LitPlace => {
      const [lon, lat] = coordinates;
      return { id, position: [lon, lat] };
    }),
    ...alsoLit,
  ],
  roads: pack.roads.features.map(({ geometry }) => geometry.coordinates),
  sites: pack.sites,
  parameters: pack.facts.parameters,
});
