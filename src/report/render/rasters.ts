import { writeGeoTiff } from '../../files/geotiff-write.ts';
import type { Pack } from '../../model/pack.ts';
import type { BoundingBox } from '../../model/place.ts';
import { NO_HEIGHT } from '../../model/raster.ts';

/** A raster that goes with the report, ready to be handed out. */
export interface ReportRaster {
  /** Name of its file, without an ending: 'terrain', 'coverage-4g'. */
  id: string;
  title: string;
  /** The GeoTIFF as it stands. */
  geotiff: Uint8Array;
  /** The same coloured, for a globe viewer; null where it has no picture. */
  overlay: { bounds: BoundingBox; png: Uint8Array } | null;
}

/** The ground on which the figures were calculated. */
export const groundRasters = (
  { terrain, landCover }: Pack,
  titles: Readonly<Record<'terrain' | 'landcover', string>>,
): ReportRaster[] => [
  { id: 'terrain', title: titles.terrain, geotiff: writeGeoTiff(terrain, NO_HEIGHT), overlay: null },
  { id: 'landcover', title: titles.landcover, geotiff: writeGeoTiff(landCover), overlay: null },
];
