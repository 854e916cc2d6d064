import { scaleLinear } from 'd3-scale';
import { curveLinearClosed, line } from 'd3-shape';
import type { PathExplanation } from '../../radio/explain-path.ts';

export interface ChartSize {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Tick {
  at: number;
  value: number;
}

/** Something that stands into the ray: its highest reach, in metres above the ray. */
export interface Obstacle {
  index: number;
  distanceKm: number;
  /** How far it stands above the ray, in radii of the first Fresnel zone. */
  depth: number;
}

/** A path's profile in pixels, the straight ray drawn straight and the Earth bulging below it. */
export interface Chart {
  /** Terrain with the bulge, closed along the bottom. */
  ground: string;
  /** What stands on the terrain; empty where nothing does. */
  clutter: string;
  /** The Earth's bulge alone, to scale, on the chart's floor. */
  bulge: string;
  ray: string;
  /** First Fresnel zone, and the part of it that should be free. */
  fresnel: string;
  fresnel60: string;
  xTicks: Tick[];
  yTicks: Tick[];
  x: (distanceKm: number) => number;
  y: (heightM: number) => number;
}

const mustBeFree = 0.6;
/** Room above the highest and below the lowest point, as a share of the heights between. */
const headroom = 0.08;
/** A flat profile is not blown up to look like mountains. */
const leastSpanM = 40;

/** A tenth of a pixel is as fine as a screen shows. */
const openLine = line().digits(1);
const outline = line().digits(1).curve(curveLinearClosed);

interface ProfileRow {
  distanceKm: number;
  groundM: number;
  topM: number;
  bulgeM: number;
  rayM: number;
  fresnelM: number;
}

/** Every point with both ends, where the Fresnel zone closes. */
const rowsOf = ({ profile, points, p1812 }: PathExplanation): ProfileRow[] => {
  const last = profile.distanceKm.length - 1;
  const end = (index: number, rayM: number): ProfileRow => ({
    distanceKm: profile.distanceKm[index],
    groundM: profile.heightM[index],
    topM: profile.heightM[index],
    bulgeM: 0,
    rayM,
    fresnelM: 0,
  });
  return [
    end(0, p1812.txAltitudeM),
    ...points.map(({ distanceKm, terrainM, clutterM, raisedM, rayM, fresnelRadiusM }) => ({
      distanceKm,
      groundM: raisedM - clutterM,
      topM: raisedM,
      bulgeM: raisedM - clutterM - terrainM,
      rayM,
      fresnelM: fresnelRadiusM,
    })),
    end(last, p1812.rxAltitudeM),
  ];
};

/** The profile as paths of an SVG. Heights are metres above sea level. */
export const profileChart = (path: PathExplanation, size: ChartSize): Chart => {
  const rows = rowsOf(path);
  const lowest = Math.min(...rows.map(({ groundM, rayM }) => Math.min(groundM, rayM)));
  const highest = Math.max(...rows.map(({ topM, rayM, fresnelM }) => Math.max(topM, rayM + fresnelM)));
  const span = Math.max(highest - lowest, leastSpanM);
  const x = scaleLinear([0, path.distanceKm], [size.left, size.width - size.right]);
  const floor = size.height - size.bottom;
  const bottomM = lowest - span * headroom;
  const y = scaleLinear([bottomM, lowest + span * (1 + headroom)], [floor, size.top]);

  const along = (height: (row: ProfileRow) => number): [number, number][] =>
    rows.map((row) => [x(row.distanceKm), Math.min(floor, y(height(row)))]);
  const band = (upper: (row: ProfileRow) => number, lower: (row: ProfileRow) => number): string =>
    outline([...along(upper), ...along(lower).reverse()])!;

  return {
    ground: outline([...along(({ groundM }) => groundM), [x(path.distanceKm), floor], [x(0), floor]])!,
    clutter: rows.some(({ topM, groundM }) => topM > groundM)
      ? band(
          ({ topM }) => topM,
          ({ groundM }) => groundM,
        )
      : '',
    bulge: outline(along(({ bulgeM }) => bottomM + bulgeM))!,
    ray: openLine([
      [x(0), y(path.p1812.txAltitudeM)],
      [x(path.distanceKm), y(path.p1812.rxAltitudeM)],
    ])!,
    fresnel: band(
      ({ rayM, fresnelM }) => rayM + fresnelM,
      ({ rayM, fresnelM }) => rayM - fresnelM,
    ),
    fresnel60: band(
      ({ rayM, fresnelM }) => rayM + mustBeFree * fresnelM,
      ({ rayM, fresnelM }) => rayM - mustBeFree * fresnelM,
    ),
    xTicks: x.ticks(Math.max(3, Math.floor(size.width / 110))).map((value) => ({ value, at: x(value) })),
    yTicks: y.ticks(5).map((value) => ({ value, at: y(value) })),
    x,
    y,
  };
};

/** What blocks the ray most in every blocked stretch, as the words measure it, in order from the site; of many the `most` deepest. */
export const obstaclesOf = ({ points }: Pick<PathExplanation, 'points'>, most = 4): Obstacle[] => {
  const found: Obstacle[] = [];
  let current: Obstacle | null = null;
  for (const { index, distanceKm, clearance } of points) {
    const depth = -clearance;
    if (!(depth > 0)) {
      current = null;
      continue;
    }
    if (!current) {
      current = { index, distanceKm, depth };
      found.push(current);
    } else if (depth > current.depth) {
      Object.assign(current, { index, distanceKm, depth });
    }
  }
  return found
    .sort((a, b) => b.depth - a.depth || a.index - b.index)
    .slice(0, most)
    .sort((a, b) => a.index - b.index);
};

/** The profile's point nearest to a share of the path, ends left out. */
export const pointAtShare = (path: PathExplanation, share: number): PathExplanation['points'][number] => {
  const index = Math.round(share * (path.points.length + 1)) - 1;
  return path.points[Math.max(0, Math.min(path.points.length - 1, index))];
};
