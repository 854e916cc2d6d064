import type { Position } from 'geojson';
import { metresPerDegree } from '../../geo/ellipsoid.ts';
import type { AreaGeometry } from '../../model/pack.ts';
import type { BoundingBox, LonLat } from '../../model/place.ts';
import { colours } from './colours.ts';
import { element, short, text } from './svg.ts';

/** Where a map lies on paper: equal metres east and north at the middle latitude, so that one scale bar is true. */
export interface MapFrame {
  width: number;
  height: number;
  unitsPerKm: number;
  place: (position: LonLat | Position) => [x: number, y: number];
}

/** Fits a box into a width, at most a height. */
export const frameOf = ([west, south, east, north]: BoundingBox, width: number, maxHeight: number): MapFrame => {
  const margin = 20;
  const { eastM, northM } = metresPerDegree((south + north) / 2);
  const acrossM = Math.max(1, (east - west) * eastM);
  const downM = Math.max(1, (north - south) * northM);
  const unitsPerM = Math.min((width - 2 * margin) / acrossM, (maxHeight - 2 * margin) / downM);
  const height = Math.min(maxHeight, downM * unitsPerM + 2 * margin);
  const left = (width - acrossM * unitsPerM) / 2;
  const top = (height - downM * unitsPerM) / 2;
  return {
    width,
    height,
    unitsPerKm: unitsPerM * 1000,
    place: ([lon, lat]) => [left + (lon - west) * eastM * unitsPerM, top + (north - lat) * northM * unitsPerM],
  };
};

const polygonsOf = (geometry: AreaGeometry): Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

export const boxOf = (geometries: readonly AreaGeometry[]): BoundingBox => {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon, lat] of geometries.flatMap((geometry) => polygonsOf(geometry).flat(2))) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
};

/** An area's outline as path data; points that fall on the one before are left out. */
export const outline = (geometry: AreaGeometry, { place }: MapFrame): string =>
  polygonsOf(geometry)
    .flat()
    .map((ring) => {
      const points: string[] = [];
      for (const position of ring) {
        const [x, y] = place(position);
        const point = `${short(x)} ${short(y)}`;
        if (point !== points.at(-1)) points.push(point);
      }
      return `M${points.join('L')}Z`;
    })
    .join('');

/** The middle of an area's largest outline, weighted by area. */
export const middleOf = (geometry: AreaGeometry, { place }: MapFrame): [x: number, y: number] => {
  let best = { area: 0, x: 0, y: 0 };
  for (const [ring] of polygonsOf(geometry)) {
    let [area, x, y] = [0, 0, 0];
    for (let i = 1; i < ring.length; i++) {
      const [x0, y0] = place(ring[i - 1]);
      const [x1, y1] = place(ring[i]);
      const cross = x0 * y1 - x1 * y0;
      area += cross;
      x += (x0 + x1) * cross;
      y += (y0 + y1) * cross;
    }
    if (Math.abs(area) > Math.abs(best.area)) best = { area, x: x / (3 * area), y: y / (3 * area) };
  }
  return [best.x, best.y];
};

/** The longest round length that fits the width given, in km. */
const roundKm = (maxKm: number): number => {
  const power = 10 ** Math.floor(Math.log10(maxKm));
  return [5, 2, 1].map((step) => step * power).find((km) => km <= maxKm) ?? power;
};

/** Scale bar with its length, in the lower left corner. */
export const scaleBar = ({ height, unitsPerKm }: MapFrame, kmLabel: (km: number) => string): string => {
  const km = roundKm(400 / unitsPerKm);
  const [x, y, length] = [30, height - 34, km * unitsPerKm];
  return [
    element('rect', { x, y, width: length / 2, height: 10, fill: colours.ink }),
    element('rect', { x, y, width: length, height: 10, fill: 'none', stroke: colours.ink, 'stroke-width': 2 }),
    text(x, y - 10, '0', { size: 24, anchor: 'middle', halo: true }),
    text(x + length, y - 10, kmLabel(km), { size: 24, anchor: 'middle', halo: true }),
  ].join('');
};

/** North arrow in the upper right corner. */
export const northArrow = ({ width }: MapFrame, letter: string): string => {
  const [x, y] = [width - 60, 40];
  return [
    element('path', { d: `M${x} ${y}L${x + 20} ${y + 62}L${x} ${y + 46}Z`, fill: colours.ink }),
    element('path', {
      d: `M${x} ${y}L${x - 20} ${y + 62}L${x} ${y + 46}Z`,
      fill: '#ffffff',
      stroke: colours.ink,
      'stroke-width': 2,
    }),
    text(x, y + 96, letter, { size: 30, weight: 600, anchor: 'middle', halo: true }),
  ].join('');
};
