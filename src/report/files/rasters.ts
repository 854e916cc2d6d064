import { strongestOf } from '../../coverage/raster/composite-best-server.ts';
import type { CoverageResult, CoverageSettings } from '../../coverage/raster/coverage-types.ts';
import { groundPicture } from '../../coverage/raster/overlay-image.ts';
import { coverageGeotiff } from '../../files/raster/coverage-geotiff.ts';
import { writeGeoTiff } from '../../files/raster/geotiff-write.ts';
import { writePng } from '../../files/raster/png-write.ts';
import { cellMetres, gridBounds } from '../../geo/grid.ts';
import type { Pack } from '../../model/pack.ts';
import type { BoundingBox } from '../../model/place.ts';
import { type Grid, NO_HEIGHT, type Raster } from '../../model/raster.ts';
import type { ReportWords } from '../report-words.ts';
import { fillIn, writeNumber } from '../write-value.ts';

interface Named {
  /** Name of its file, without an ending: 'terrain', 'coverage-4g-viettel'. */
  id: string;
  title: string;
}

/** A raster that goes with the report. Plain data: its files are written in the worker. */
export type ReportRaster = Named &
  (
    | { kind: 'ground'; raster: Raster; noData?: number }
    /** Layers of levels in tenths of dBm, the strongest of which counts. */
    | { kind: 'coverage'; grid: Grid; layers: CoverageResult['layers']; settings: CoverageSettings }
  );

/** The ground on which the figures were calculated. */
export const groundRasters = (
  { terrain, landCover }: Pick<Pack, 'terrain' | 'landCover'>,
  titles: Readonly<Record<'terrain' | 'landcover', string>>,
): ReportRaster[] => [
  { kind: 'ground', id: 'terrain', title: titles.terrain, raster: terrain, noData: NO_HEIGHT },
  { kind: 'ground', id: 'landcover', title: titles.landcover, raster: landCover },
];

/** Zoom of the coverage that is computed for a report alone: 71 m a cell at 21.6° N. */
export const reportCoverageZoom = 11;

/** Coverage of all operators together, the best of them cell by cell, and of each. */
export const coverageRasters = (
  result: CoverageResult,
  operators: readonly { id: string; name: string }[],
  words: Pick<ReportWords, 'raster' | 'anyOperator'>,
): ReportRaster[] => {
  const { grid, settings, layers } = result;
  const { technology } = settings;
  const raster = (operator: string | null, who: string): ReportRaster => ({
    kind: 'coverage',
    id: ['coverage', technology.toLowerCase(), operator ?? 'best'].join('-'),
    title: fillIn(words.raster.coverage, { technology, operator: who }),
    grid,
    layers: operator === null ? layers : layers.filter((layer) => layer.operator === operator),
    settings,
  });
  return [
    raster(null, words.anyOperator),
    ...layers.map(({ operator }) => raster(operator, operators.find(({ id }) => id === operator)?.name ?? operator)),
  ];
};

export const geotiffOf = (raster: ReportRaster): Uint8Array =>
  raster.kind === 'ground'
    ? writeGeoTiff(raster.raster, raster.noData)
    : coverageGeotiff({ rsrp: strongestOf(raster, null) }, raster.grid);

/** What tells a raster's colours apart on paper and over a light globe. */
export const coverageRamp = 'viridis';

/** A raster coloured for a globe viewer; null for one that has no picture. */
export const overlayOf = (
  raster: ReportRaster,
  thresholdDbm: number,
): { bounds: BoundingBox; png: Uint8Array } | null => {
  if (raster.kind === 'ground') return null;
  const look = { thresholdDbm, ramp: coverageRamp, continuous: false } as const;
  const picture = groundPicture({ grid: raster.grid, data: strongestOf(raster, null) }, look, 'light');
  return { bounds: picture.bounds, png: writePng(picture) };
};

/** What coverage was computed with, as a sentence. */
export const coverageNote = (
  { grid, settings }: Extract<ReportRaster, { kind: 'coverage' }>,
  thresholdDbm: number,
  { raster, pathModel, write }: ReportWords,
): string => {
  const [, south, , north] = gridBounds(grid);
  const number = (value: number, decimals = 0): string => writeNumber(value, decimals, write);
  return fillIn(raster.note, {
    technology: settings.technology,
    height: number(settings.receiverHeightM, 1),
    percent: settings.locationPercent,
    radius: number(settings.radiusKm),
    cell: number(cellMetres(grid.zoom, (south + north) / 2).eastM),
    loss: pathModel[settings.model],
    threshold: number(thresholdDbm),
  });
};

/** What each raster holds and was computed with, for a program or a reader without the report. */
export const aboutRasters = (rasters: readonly ReportRaster[]): Uint8Array => {
  const entries = rasters.map((raster) => ({
    file: `${raster.id}.tif`,
    title: raster.title,
    crs: 'EPSG:3857',
    grid: raster.kind === 'coverage' ? raster.grid : raster.raster.grid,
    ...(raster.kind === 'coverage'
      ? { unit: 'dBm', noData: -9999, settings: raster.settings }
      : { noData: raster.noData ?? null }),
  }));
  return new TextEncoder().encode(`${JSON.stringify(entries, null, 1)}\n`);
};
