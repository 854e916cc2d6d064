import { gridBounds, gridCovering } from '../geo/grid.ts';
import type { BoundingBox } from '../model/place.ts';
import type { Grid } from '../model/raster.ts';
import { catalogue } from './catalogue.ts';
import { copernicusTiles } from './copernicus.ts';
import { questionsOf, type Theme } from './overpass.ts';
import { skadiTiles } from './skadi.ts';
import { type Need, needs, type Source, type SourceId } from './source.ts';
import { terrariumTiles } from './terrarium.ts';
import type { Wish } from './wish.ts';
import { worldCoverFiles } from './worldcover.ts';

/** What will be asked of a source. Amounts are estimates: they are known when it has come. */
export interface PlanLine {
  source: Source;
  needs: readonly Need[];
  /** Nothing is asked where a file is given. */
  fromFile: boolean;
  questions: number;
  megabytes: number;
}

/** A province of Vietnam has 9,700 km² on average; a box around it about twice that, in square degrees. */
const usualSquareDegrees = 1.7;

/** Megabytes of OpenStreetMap data a square degree of countryside, by theme. */
const osmMegabytes: Record<Theme, number> = { boundaries: 15, places: 0.8, masts: 0.3, roads: 35, power: 1 };

interface Extent {
  squareDegrees: number;
  grid: Grid | null;
}

const amountOf = (id: SourceId, line: readonly Need[], wish: Wish, { squareDegrees, grid }: Extent) => {
  const tiles = (count: (grid: Grid) => number, usual: number): number => (grid ? count(grid) : usual);
  switch (id) {
    case 'terrarium': {
      const count = tiles(terrariumTiles, Math.ceil(squareDegrees * 200));
      return { questions: count, megabytes: count * 0.11 };
    }
    case 'skadi': {
      const count = tiles(skadiTiles, 4);
      return { questions: count, megabytes: count * 10 };
    }
    case 'copernicus-30':
      return { questions: tiles(copernicusTiles, 4) * 10, megabytes: squareDegrees * 65 };
    case 'copernicus-90': {
      const count = tiles(copernicusTiles, 4);
      return { questions: count * 3, megabytes: count * 3 };
    }
    case 'worldcover': {
      const megabytes = squareDegrees * (wish.coverDetail === 'full' ? 15 : 3);
      return { questions: tiles(worldCoverFiles, 1) * 6, megabytes };
    }
    case 'worldpop':
      return { questions: 10, megabytes: 1 + Math.sqrt(squareDegrees) * 18 };
    case 'overpass': {
      const asked = line as readonly Theme[];
      return {
        questions: asked.reduce((sum, theme) => sum + questionsOf(theme), 0),
        megabytes: asked.reduce((sum, theme) => sum + osmMegabytes[theme] * squareDegrees, 0),
      };
    }
    case 'thanglequoc': {
      const units = wish.area.kind === 'province' ? (wish.area.codes?.size ?? 95) : 0;
      return { questions: units + 1, megabytes: 0.1 + units * 0.017 };
    }
    case 'geoboundaries':
      return { questions: 2, megabytes: 8 };
    case 'gadm':
      return { questions: 1, megabytes: 60 };
    case 'opencellid':
      return { questions: 1, megabytes: 10 };
    case 'osm-pbf':
      return { questions: 0, megabytes: 0 };
  }
};

const extentOf = (box: BoundingBox | null, { gridZoom, marginCells }: Wish): Extent => {
  if (!box) return { squareDegrees: usualSquareDegrees, grid: null };
  const grid = gridCovering(box, gridZoom, marginCells);
  const [west, south, east, north] = gridBounds(grid);
  return { squareDegrees: (east - west) * (north - south), grid };
};

/** What will be asked of whom, how much, and on whose terms, before anything is. */
export const planOf = (wish: Wish): PlanLine[] => {
  const extent = extentOf(wish.about, wish);
  const ids = [...new Set(needs.flatMap((need) => wish.sources[need] ?? []))];
  return ids.map((id) => {
    const given = needs.filter((need) => wish.sources[need] === id);
    const fromFile = wish.files[id] !== undefined;
    const amount = fromFile ? { questions: 0, megabytes: 0 } : amountOf(id, given, wish, extent);
    return { source: catalogue[id], needs: given, fromFile, ...amount };
  });
};
