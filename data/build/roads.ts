import { featureCollection, lineString, simplify } from '@turf/turf';
import FlatQueue from 'flatqueue';
import type { FeatureCollection, LineString } from 'geojson';
import { distanceM } from '../../src/geo/distance.ts';
import { cellMetres, lonLatToPixel, pixelToLonLat } from '../../src/geo/grid.ts';
import { terrainHeightM } from '../../src/geo/sample.ts';
import type { RoadProperties } from '../../src/model/pack.ts';
import { type Commune, isUrban, type LonLat } from '../../src/model/place.ts';
import type { TerrainRaster } from '../../src/model/raster.ts';

/** Roads are traced on this zoom level: 142 m a cell. */
const traceZoom = 10;
/** Cells a trace may leave the box of its two ends. */
const traceMargin = 20;
/** What a unit of slope adds to the cost of a metre: a 10 % grade costs five times level ground. */
const slopeCost = 40;
const simplifyDegrees = 0.0006;

interface Edge {
  from: number;
  to: number;
  main: boolean;
}

/**
 * Relative neighbourhood graph of the communes' points: two are joined when no third is nearer to both. Connected and
 * sparse, as country roads are. Roads between two towns, and those of the long spanning links, are main roads.
 */
const joinCommunes = (communes: readonly Commune[]): Edge[] => {
  const n = communes.length;
  const d = communes.map((a) => communes.map((b) => distanceM(a.point, b.point)));
  const edges: Edge[] = [];
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      let joined = true;
      for (let k = 0; k < n && joined; k++) joined = k === a || k === b || Math.max(d[a][k], d[b][k]) >= d[a][b];
      if (joined) edges.push({ from: a, to: b, main: isUrban(communes[a]) || isUrban(communes[b]) });
    }
  }
  return edges;
};

/** Cheapest way over the terrain between two positions, by Dijkstra on a window of the trace grid. */
const trace = (terrain: TerrainRaster, from: LonLat, to: LonLat): LonLat[] => {
  const [x0, y0] = lonLatToPixel(traceZoom, ...from);
  const [x1, y1] = lonLatToPixel(traceZoom, ...to);
  const left = Math.floor(Math.min(x0, x1)) - traceMargin;
  const top = Math.floor(Math.min(y0, y1)) - traceMargin;
  const width = Math.floor(Math.max(x0, x1)) + traceMargin - left + 1;
  const height = Math.floor(Math.max(y0, y1)) + traceMargin - top + 1;
  const { eastM, northM } = cellMetres(traceZoom, from[1]);
  const heights = Float64Array.from({ length: width * height }, (_, i) =>
    terrainHeightM(terrain, ...pixelToLonLat(traceZoom, left + (i % width) + 0.5, top + Math.floor(i / width) + 0.5)),
  );
  const cellOf = (x: number, y: number) => (Math.floor(y) - top) * width + Math.floor(x) - left;
  const start = cellOf(x0, y0);
  const goal = cellOf(x1, y1);
  const cost = new Float64Array(width * height).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(width * height).fill(-1);
  const queue = new FlatQueue<number>();
  cost[start] = 0;
  queue.push(start, 0);
  for (let i = queue.pop(); i !== undefined && i !== goal; i = queue.pop()) {
    const c = i % width;
    const r = (i - c) / width;
    for (let dr = -1; dr <= 1; dr++) {
      for (let dc = -1; dc <= 1; dc++) {
        if ((dr === 0 && dc === 0) || c + dc < 0 || c + dc >= width || r + dr < 0 || r + dr >= height) continue;
        const j = i + dr * width + dc;
        const lengthM = Math.hypot(dc * eastM, dr * northM);
        const climb = Math.abs(heights[j] - heights[i]) / lengthM;
        // unknown ground is crossed at the price of level ground
        const next = cost[i] + lengthM * (1 + slopeCost * (Number.isNaN(climb) ? 0 : climb));
        if (next < cost[j]) {
          cost[j] = next;
          previous[j] = i;
          queue.push(j, next);
        }
      }
    }
  }
  const way: LonLat[] = [to];
  for (let i = previous[goal]; i >= 0 && i !== start; i = previous[i]) {
    way.push(pixelToLonLat(traceZoom, left + (i % width) + 0.5, top + Math.floor(i / width) + 0.5));
  }
  way.push(from);
  return way.reverse();
};

const round6 = (v: number): number => Math.round(v * 1e6) / 1e6;

/** Synthetic roads between communes, along the least climbing way. */
export const buildRoads = (
  terrain: TerrainRaster,
  communes: readonly Commune[],
): FeatureCollection<LineString, RoadProperties> =>
  featureCollection(
    joinCommunes(communes).map(({ from, to, main }, k) => {
      const way = trace(terrain, communes[from].point, communes[to].point);
      const line = simplify(lineString(way.map((p) => [...p])), { tolerance: simplifyDegrees, highQuality: true });
      const coordinates = line.geometry.coordinates.map(([lon, lat]) => [round6(lon), round6(lat)]);
      let lengthM = 0;
      for (let i = 1; i < coordinates.length; i++) {
        lengthM += distanceM(coordinates[i - 1] as [number, number], coordinates[i] as [number, number]);
      }
      const properties: RoadProperties = {
        id: `R${String(k + 1).padStart(3, '0')}`,
        class: main ? 'main' : 'local',
        lengthKm: Math.round(lengthM) / 1000,
      };
      return lineString(coordinates, properties, { id: properties.id });
    }),
  );
