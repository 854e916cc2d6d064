import type { Geometry, Position } from 'geojson';

/** A geometry taken apart, whatever holds its parts. */
export interface GeometryParts {
  points: Position[];
  lines: Position[][];
  areas: Position[][][];
}

/** Points, lines and areas of a geometry: of several in one, and of collections. */
export const partsOf = (geometry: Geometry): GeometryParts => {
  const parts: GeometryParts = { points: [], lines: [], areas: [] };
  const take = (part: Geometry): void => {
    if (part.type === 'GeometryCollection') part.geometries.forEach(take);
    else if (part.type === 'Point') parts.points.push(part.coordinates);
    else if (part.type === 'MultiPoint') parts.points.push(...part.coordinates);
    else if (part.type === 'LineString') parts.lines.push(part.coordinates);
    else if (part.type === 'MultiLineString') parts.lines.push(...part.coordinates);
    else if (part.type === 'Polygon') parts.areas.push(part.coordinates);
    else parts.areas.push(...part.coordinates);
  };
  take(geometry);
  return parts;
};

/** Whether a line goes round the back of the Earth: no line of a province is half as long as it. */
export const crossesAntimeridian = (line: readonly Position[]): boolean =>
  line.some(([lon], i) => i > 0 && Math.abs(lon - line[i - 1][0]) > 180);
