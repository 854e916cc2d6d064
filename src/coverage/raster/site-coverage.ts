import type { Grid } from '../../model/raster.ts';
import type { Site } from '../../model/site.ts';
import { baseStationOf } from '../network/base-stations.ts';
import { outsideDem } from '../network/outside-dem.ts';
import { cacheGeometry, drawCached, type GeometryCache, type RadialsPart } from '../sweep/geometry-cache.ts';
import type { RadialSweep } from '../sweep/radial-sweep.ts';
import { linesOf } from './coverage.ts';
import { type CoverageScene, type CoverageSettings, NO_SIGNAL } from './coverage-types.ts';
import { isPathByPath } from './one-site-only.ts';
import { createPathByPath } from './path-by-path.ts';

/** One site as it is to be, alone. */
export interface SiteQuestion {
  site: Site;
  /** Whose cells; null for every tenant's. */
  operator: string | null;
  settings: CoverageSettings;
  /** The part of the ground around it; all where absent. The strongest of all parts is the whole. */
  part?: RadialsPart;
}

/** What is received of one site: tenths of dBm, `NO_SIGNAL` where nothing, in the window of the grid around it. */
export interface SiteCoverage {
  grid: Grid;
  levelTenthsDbm: Int16Array;
}

export interface SiteCoverageSource {
  /** @throws InputError where the site stands outside the DEM, with where that ends */
  show: (question: SiteQuestion) => SiteCoverage;
}

/** Sweeps and geometries kept at a time: two zooms, and the heights of a shared site at both. */
const keptSweeps = 2;
const keptGeometries = 8;

const remember = <T>(known: Map<string, T>, key: string, most: number, make: () => T): T => {
  const value = known.get(key) ?? make();
  // last used, last to go
  known.delete(key);
  known.set(key, value);
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
  return value;
};

/** One site by whole paths; a part of the ground is every so many rows. */
const showPathByPath = (scene: CoverageScene, { site, operator, settings, part }: SiteQuestion): SiteCoverage => {
  const { windowAround, drawRow, grid } = createPathByPath(scene, settings);
  const { index, of } = part ?? { index: 0, of: 1 };
  let shown: SiteCoverage | null = null;
  for (const tenant of site.tenants) {
    if (operator !== null && tenant.operator !== operator) continue;
    const station = baseStationOf(site, 0, tenant, { ...scene, technology: settings.technology });
    if (!station) continue;
    if (Number.isNaN(station.groundElevationM)) throw outsideDem(site.id, site.position, scene.terrain);
    const window = windowAround(station);
    shown ??= { grid: window, levelTenthsDbm: new Int16Array(window.width * window.height).fill(NO_SIGNAL) };
    for (let row = index; row < window.height; row += of) drawRow(shown.levelTenthsDbm, window, station, row);
  }
  return shown ?? { grid: { ...grid, width: 1, height: 1 }, levelTenthsDbm: Int16Array.of(NO_SIGNAL) };
};

/**
 * Computes sites one by one over a scene. What depends on the terrain is kept from call to call, so that another power,
 * tilt, azimuth or band of the same site costs no terrain work.
 */
export const createSiteCoverage = (scene: CoverageScene): SiteCoverageSource => {
  const sweeps = new Map<string, RadialSweep>();
  const geometries = new Map<string, GeometryCache | null>();
  const lowestMHz = Math.min(...scene.bands.map(({ downlinkMHz }) => downlinkMHz));

  const show = (question: SiteQuestion): SiteCoverage => {
    const { site, operator, settings, part } = question;
    const { zoom, clutter, model, radiusKm, receiverHeightM, technology } = settings;
    if (isPathByPath(model)) return showPathByPath(scene, question);
    const terrainKey = `${zoom} ${clutter} ${model === 'delta-bullington'} ${radiusKm}`;
    const lines = remember(sweeps, terrainKey, keptSweeps, () => linesOf(scene, settings));
    const shown: { cache: GeometryCache; levelTenthsDbm: Int16Array }[] = [];
    for (const tenant of site.tenants) {
      if (operator !== null && tenant.operator !== operator) continue;
      const station = baseStationOf(site, 0, tenant, { ...scene, technology });
      if (!station) continue;
      const key = [terrainKey, ...site.position, tenant.antennaHeightM, receiverHeightM, part?.index].join(' ');
      const cache = remember(geometries, key, keptGeometries, () =>
        cacheGeometry(lines, station, receiverHeightM, lowestMHz, part),
      );
      if (!cache) throw outsideDem(site.id, site.position, scene.terrain);
      // tenants of one site share its window
      const levelTenthsDbm =
        shown[0]?.levelTenthsDbm ?? new Int16Array(cache.window.width * cache.window.height).fill(NO_SIGNAL);
      drawCached(levelTenthsDbm, cache, station, settings, lines);
      shown.push({ cache, levelTenthsDbm });
    }
    if (shown.length === 0) {
      const { grid } = lines;
      return { grid: { ...grid, width: 1, height: 1 }, levelTenthsDbm: Int16Array.of(NO_SIGNAL) };
    }
    return { grid: shown[0].cache.window, levelTenthsDbm: shown[0].levelTenthsDbm };
  };
  return { show };
};
