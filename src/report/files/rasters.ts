import { strongestOf } from '../../coverage/raster/composite-best-server.ts';
import type { CoverageResult } from '../../coverage/raster/coverage-types.ts';
import { overlayImage } from '../../coverage/raster/overlay-image.ts';
import { coverageGeotiff } from '../../files/raster/coverage-geotiff.ts';
import { writeGeoTiff } from '../../files/raster/geotiff-write.ts';
import { writePng } from '../../files/raster/png-write.ts';
import { cellMetres, gridBounds } from '../../geo/grid.ts';
import type { Pack } from '../../model/pack.ts';
import type { BoundingBox } from '../../model/place.ts';
import { NO_HEIGHT } from '../../model/raster.ts';
import type { ReportContext, Texts } from '../report-input.ts';
import type { ReportRaster } from './report-raster.ts';

/** The ground on which the figures were calculated. */
export const terrainRasters = ({ terrain, landCover }: Pick<Pack, 'terrain' | 'landCover'>): ReportRaster[] => [
  { kind: 'ground', id: 'terrain', raster: terrain, noData: NO_HEIGHT },
  { kind: 'ground', id: 'landcover', raster: landCover },
];

/** Zoom of the coverage that is computed for a report alone: 71 m a cell at 21.6° N. */
export const reportCoverageZoom = 11;

/** Coverage of all operators together, the best of them cell by cell, and of each. */
export const coverageRasters = ({ grid, settings, layers }: CoverageResult): ReportRaster[] =>
  [null, ...layers.map(({ operator }) => operator)].map((operator) => ({
    kind: 'coverage',
    id: ['coverage', settings.technology.toLowerCase(), operator ?? 'best'].join('-'),
    operator,
    grid,
    layers: operator === null ? layers : layers.filter((layer) => layer.operator === operator),
    settings,
  }));

type Naming = Pick<ReportContext, 'texts' | 'places'>;

/** What a raster shows, in words. */
export const rasterTitle = (raster: ReportRaster, { texts: { t }, places }: Naming): string => {
  if (raster.kind === 'ground') return t(`value.layer.${raster.id}`);
  const { operator, settings } = raster;
  const name = places.operators.find(({ id }) => id === operator)?.name;
  return t('raster.coverage', {
    technology: settings.technology,
    operator: name ?? operator ?? t('table.anyOperator'),
  });
};

export const geotiffOf = (raster: ReportRaster): Uint8Array =>
  raster.kind === 'ground'
    ? writeGeoTiff(raster.raster, raster.noData)
    : coverageGeotiff({ levelTenthsDbm: strongestOf(raster, null) }, raster.grid);

/** What tells a raster's colours apart on paper and over a light globe. */
export const coverageRamp = 'viridis';

/** A raster coloured for a globe viewer; null for one that has no picture. */
export const overlayOf = (
  raster: ReportRaster,
  thresholdDbm: number,
): { bounds: BoundingBox; png: Uint8Array } | null => {
  if (raster.kind === 'ground') return null;
  const look = { thresholdDbm, ramp: coverageRamp, continuous: false } as const;
  const picture = overlayImage({ grid: raster.grid, data: strongestOf(raster, null) }, look, 'light');
  return { bounds: picture.bounds, png: writePng(picture) };
};

/** What coverage was computed with, as a sentence. */
export const coverageNote = (
  { grid, settings }: Extract<ReportRaster, { kind: 'coverage' }>,
  thresholdDbm: number,
  { t, count, number }: Texts,
): string => {
  const [, south, , north] = gridBounds(grid);
  return t('raster.note', {
    technology: settings.technology,
    height: number(settings.receiverHeightM, 1),
    percent: settings.locationPercent,
    radius: count(settings.radiusKm),
    cell: count(cellMetres(grid.zoom, (south + north) / 2).eastM),
    loss: t(`setting.pathModel.${settings.model}`),
    threshold: count(thresholdDbm),
  });
};

/** What each raster holds and was computed with, for a program or a reader without the report. */
export const aboutRasters = (input: ReportContext): Uint8Array => {
  const entries = input.rasters.map((raster) => ({
    file: `${raster.id}.tif`,
    title: rasterTitle(raster, input),
    crs: 'EPSG:3857',
    grid: raster.kind === 'coverage' ? raster.grid : raster.raster.grid,
    ...(raster.kind === 'coverage'
      ? { unit: 'dBm', noData: -9999, settings: raster.settings }
      : { noData: raster.noData ?? null }),
  }));
  return new TextEncoder().encode(`${JSON.stringify(entries, null, 1)}\n`);
};
