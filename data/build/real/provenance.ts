import type { InputFile } from '../../../src/files/raster/elevation-files.ts';
import { sha256Hex } from '../../../src/files/sha256.ts';
import type { LayerKind, LayerName, PackManifest, Provenance } from '../../../src/model/pack.ts';
import { builtInProvenance } from '../built-in.ts';

/** Layers that came from files, with what is known of each. The rest stays what it is in the built-in pack. */
export type GivenLayers = Partial<Record<LayerName, Provenance>>;

/** A layer as given in files: who made it is for the giver to say, so the files themselves are named. */
export const fromFiles = (files: readonly InputFile[], kind: LayerKind, date: string, note: string): Provenance => ({
  kind,
  source: files.map(({ name, bytes }) => `${name} (SHA-256 ${sha256Hex(bytes).slice(0, 16)}…)`).join(', '),
  date,
  licence: 'as the file’s giver states',
  note,
});

export const provenanceOf = (given: GivenLayers): PackManifest['provenance'] => {
  const provenance = { ...builtInProvenance, ...given };
  if (given.communes && !given.areas) {
    const note = 'Named by the article of 31/12/2020; shapes joined from the communes given.';
    provenance.areas = { ...given.communes, kind: 'derived', note };
  }
  if (!given.terrain) return provenance;
  // what is made from measured ground must not keep saying that the ground is made up
  return {
    ...provenance,
    landcover: {
      ...provenance.landcover,
      note: 'From the slope of the terrain given and population density; open where people live and to masts within 500 m.',
    },
    sites: given.sites ?? {
      ...provenance.sites,
      note: 'No open list of the sites exists: 1,600 sites, 144 of them shared, placed where operators would build over the terrain given.',
    },
    roads: { ...provenance.roads, note: 'Least climbing ways between commune points over the terrain given.' },
  };
};
