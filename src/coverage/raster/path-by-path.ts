import { distanceM } from '../../geo/distance.ts';
import { cellCentre, cellMetres, lonLatToPixel } from '../../geo/grid.ts';
import type { Grid } from '../../model/raster.ts';
import type { BaseStation } from '../network/base-stations.ts';
import { createServiceEvaluator, type ServiceEvaluator } from '../service/service.ts';
import { defaultServiceSettings } from '../service/service-types.ts';
import { sweepGrid } from '../sweep/sweep-terrain.ts';
import { type CoverageScene, type CoverageSettings, weakestDbm } from './coverage-types.ts';

/** Coverage of stations one by one, each cell by the path to its centre: what service says there. */
export interface PathByPath {
  grid: Grid;
  /** The part of the grid that a station's radius reaches. */
  windowAround: (station: BaseStation) => Grid;
  /**
   * Works out a row of a window, and puts tenths of dBm into `levelTenthsDbm`, which is as large as the window, where the station is stronger
   * than what stands there.
   */
  drawRow: (levelTenthsDbm: Int16Array, window: Grid, station: BaseStation, row: number) => void;
}

const evaluatorOf = (scene: CoverageScene, settings: CoverageSettings): ServiceEvaluator =>
  createServiceEvaluator({ ...scene, points: [], sites: [] }, { ...defaultServiceSettings, ...settings });

export const createPathByPath = (scene: CoverageScene, settings: CoverageSettings): PathByPath => {
  const grid = sweepGrid(scene.terrain.grid, settings.zoom);
  const evaluator = evaluatorOf(scene, settings);
  const radiusM = settings.radiusKm * 1000;

  const windowAround = ({ position }: BaseStation): Grid => {
    const [x, y] = lonLatToPixel(grid.zoom, ...position);
    const { eastM, northM } = cellMetres(grid.zoom, position[1]);
    const reach = Math.ceil(radiusM / Math.min(eastM, northM)) + 1;
    const col = Math.floor(x) - grid.col0;
    const row = Math.floor(y) - grid.row0;
    const left = Math.max(0, col - reach);
    const top = Math.max(0, row - reach);
    return {
      zoom: grid.zoom,
      col0: grid.col0 + left,
      row0: grid.row0 + top,
      width: Math.max(1, Math.min(grid.width, col + reach + 1) - left),
      height: Math.max(1, Math.min(grid.height, row + reach + 1) - top),
    };
  };

  const drawRow: PathByPath['drawRow'] = (levelTenthsDbm, window, station, row) => {
    for (let col = 0, i = row * window.width; col < window.width; col++, i++) {
      const centre = cellCentre(window, col, row);
      if (distanceM(station.position, centre) > radiusM) continue;
      const { levelDbm } = evaluator.from(station, centre);
      const tenths = Math.round(levelDbm * 10);
      if (tenths >= 10 * weakestDbm && tenths > levelTenthsDbm[i]) levelTenthsDbm[i] = tenths;
    }
  };

  return { grid, windowAround, drawRow };
};
