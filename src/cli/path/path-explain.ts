import { terrainHeightM } from '../../geo/sample.ts';
import type { Pack } from '../../model/pack.ts';
import { explainPath, type PathEnd } from '../../radio/explain-path.ts';
import { UsageError } from '../command.ts';
import { explainItm } from './itm-explain.ts';
import { p1812Columns } from './path-columns.ts';
import type { Ground, Texts } from './path-lines.ts';
import type { PathOptions } from './path-options.ts';
import { explanationText } from './path-text.ts';

const checkTerrain = (pack: Pick<Pack, 'manifest' | 'terrain'>, option: string, { position }: PathEnd): void => {
  if (!Number.isNaN(terrainHeightM(pack.terrain, ...position))) return;
  throw new UsageError(
    `--${option} ${position.join(',')} lies where the pack has no terrain; it covers ${pack.manifest.boundingBox.join(', ')} (west, south, east, north).`,
  );
};

/**
 * The path's explanation over a pack's terrain and land cover: in words, or as JSON.
 *
 * @throws UsageError when an end lies where the pack has no terrain
 */
export const explainOverPack = (
  pack: Pick<Pack, 'manifest' | 'terrain' | 'landCover'>,
  options: Extract<PathOptions, { mode: 'explain' }>,
  texts: Texts,
): string => {
  const { from, to, settings } = options;
  checkTerrain(pack, 'from', from);
  checkTerrain(pack, 'to', to);

  // a surface model has its clutter already
  const withClutter = options.clutter && pack.manifest.terrainModel === 'bare';
  const path = explainPath(pack.terrain, withClutter ? pack.landCover : null, from, to, settings);
  const { provenance } = pack.manifest;
  const ground: Ground = {
    packTitle: texts.language === 'vi' ? pack.manifest.title : pack.manifest.titleEn,
    terrainKind: provenance.terrain.kind,
    terrainSource: provenance.terrain.source,
    terrainCoveredShare: pack.manifest.terrainCoveredShare,
    landCoverKind: withClutter ? provenance.landcover.kind : null,
  };
  if (options.itm) return explainItm(pack, path, ground, { ...options, itm: options.itm }, texts);
  if (!options.json) {
    return explanationText(path, from, to, settings, ground, texts);
  }
  const data = {
    from,
    to,
    settings,
    ground,
    azimuthDeg: path.azimuthDeg,
    lineOfSight: path.p1812.diffractionMedian.lineOfSight,
    worst: path.worst,
    obstructedShare: path.obstructedShare,
    unknownShare: path.profile.unknownShare,
    outsideValidity: path.p1812.outsideValidity,
    terms: p1812Columns(path.p1812, path.distanceKm, path.pathCentreLatitudeDeg),
    profile: path.points,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
};
