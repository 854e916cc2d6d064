import type { Pack, TerrainModel } from '../../model/pack.ts';
import type { Problem } from '../../model/problem.ts';
import { NO_HEIGHT } from '../../model/raster.ts';
import type { PackDraft } from '../pack/pack-write.ts';
import { refuse } from '../problem-list.ts';
import { sha256Hex } from '../sha256.ts';
import { indexCommunes } from '../vector/commune-index.ts';
import { type InputFile, readTiles } from './elevation-files.ts';
import { fillFromSynthetic } from './terrain-blend.ts';
import { terrainFromTiles } from './terrain-grid.ts';

export interface ReplacedTerrain {
  draft: PackDraft;
  /** Share of the province's cells the files cover, 0..1. */
  coveredShare: number;
  /** Voids filled, and those left to the ground that stood there. */
  filled: number;
  left: number;
  warnings: readonly Problem[];
}

/** A pack measured before in part may be patched elsewhere: of both together only this much is sure. */
const coveredSince = ({ manifest }: Pack, now: number): number =>
  manifest.provenance.terrain.kind === 'measured' ? Math.max(manifest.terrainCoveredShare, now) : now;

const provenanceOf = ({ manifest }: Pack, files: readonly InputFile[], note: string): PackDraft['manifest'] => {
  const before = manifest.provenance.terrain;
  const source = files.map(({ name, bytes }) => `${name} (SHA-256 ${sha256Hex(bytes).slice(0, 16)}…)`).join(', ');
  const { files: _, ...rest } = manifest;
  return {
    ...rest,
    provenance: {
      ...rest.provenance,
      terrain: {
        kind: 'measured',
        source,
        date: 'not stated',
        licence: 'as the file’s giver states',
        note: `${note} Beyond them: ${before.source} (${before.kind}).`,
      },
    },
  };
};

/**
 * The pack on the ground of elevation files: HGT, zipped or not, and GeoTIFF. Voids are filled and counted; where no
 * file reaches, the ground that stood there stays, lifted along the seam so that no cliff stands where a file ends.
 *
 * @param terrainModel what the heights of the files show; a pack has one for all its ground
 * @throws InputError with what is wrong with each file, and where none of them touches the province
 */
export const replaceTerrain = async (
  pack: Pack,
  files: readonly InputFile[],
  terrainModel: TerrainModel,
): Promise<ReplacedTerrain> => {
  const { grid } = pack.terrain;
  const tiles = await readTiles(files);
  const { terrain: measured, voids } = terrainFromTiles(tiles, grid);
  const file = files.map(({ name }) => name).join(', ');
  const inProvince = indexCommunes(pack.communes, grid);
  let cells = 0;
  let known = 0;
  inProvince.forEach((commune, i) => {
    if (commune < 0) return;
    cells++;
    if (measured.data[i] !== NO_HEIGHT) known++;
  });
  if (known === 0) throw refuse({ file, place: '', value: '', rule: 'outside-province' });
  const coveredShare = Math.round((known / cells) * 1e6) / 1e6;
  const warnings = tiles.flatMap(({ notes }) => [...notes]);
  const voidNotes = voids.flatMap(({ file: tile, filled, left }): Problem[] =>
    filled + left > 0
      ? [
          {
            file: tile,
            place: '',
            value: left > 0 ? `+ ${left}` : '',
            rule: 'voids-filled',
            ruleValues: { count: filled },
            severity: 'warning',
          },
        ]
      : [],
  );
  warnings.push(...voidNotes);
  if (coveredShare < 1) {
    const ruleValues = { share: Math.round(coveredShare * 1000) / 10 };
    warnings.push({ file, place: '', value: '', rule: 'partial-cover', ruleValues, severity: 'warning' });
    const { terrainModel: before } = pack.manifest;
    if (before !== terrainModel)
      warnings.push({ file, place: '', value: '', rule: `beyond-is-${before}`, severity: 'warning' });
  }
  const filled = voids.reduce((sum, count) => sum + count.filled, 0);
  const left = voids.reduce((sum, count) => sum + count.left, 0);
  const note = `Covers ${(coveredShare * 100).toFixed(1)} % of the province; ${filled} void samples filled.`;
  return {
    draft: {
      ...pack,
      terrain: fillFromSynthetic(measured, pack.terrain),
      manifest: {
        ...provenanceOf(pack, files, note),
        terrainModel,
        terrainCoveredShare: coveredSince(pack, coveredShare),
      },
    },
    coveredShare,
    filled,
    left,
    warnings,
  };
};
