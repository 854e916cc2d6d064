import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { columnValues } from '../convert/column-values.ts';
import { allOnEarth, isOnEarth, moved, type Nested, placing } from '../convert/placing.ts';
import type { RawTable } from '../table/raw-table.ts';
import type { ImportChoice } from './propose.ts';

/** Rows drawn: enough to see where a file lies, quick to draw. */
const drawn = 3_000;

/** Positions drawn in all: a map shows no more, and a page that takes them from a worker must not stand still. */
const drawnPositions = 60_000;

const positionsIn = (part: unknown): number =>
  !Array.isArray(part) ? 0 : typeof part[0] === 'number' ? 1 : part.reduce((sum, inner) => sum + positionsIn(inner), 0);

/** Lines with every so many of their positions, their ends kept. */
const thinned = (coordinates: Nested, every: number): Nested => {
  if (typeof coordinates[0] === 'number') return coordinates;
  const parts = coordinates as Nested[];
  if (typeof parts[0]?.[0] !== 'number') return parts.map((part) => thinned(part, every));
  return parts.filter((_, i) => i % every === 0 || i === parts.length - 1);
};

/** Where a file's rows would fall with a choice, for a look before anything enters: at most 3,000 of them, evenly. */
export const sketchTable = async (
  table: Pick<RawTable, 'columns' | 'rows'>,
  choice: ImportChoice,
  file: string,
): Promise<FeatureCollection> => {
  const place = await placing(choice, file);
  const values = columnValues(table, choice.columns);
  const step = Math.max(1, Math.ceil(table.rows.length / drawn));
  const rows = table.rows.filter((_, i) => i % step === 0);
  const positions = rows.reduce(
    (sum, { geometry }) => sum + (geometry && 'coordinates' in geometry ? positionsIn(geometry.coordinates) : 0),
    0,
  );
  const every = Math.max(1, Math.ceil(positions / drawnPositions));
  const features = rows.flatMap((row): Feature[] => {
    if (row.geometry && 'coordinates' in row.geometry) {
      const coordinates = moved(thinned(row.geometry.coordinates as Nested, every), place);
      if (!allOnEarth(coordinates)) return [];
      return [{ type: 'Feature', geometry: { type: row.geometry.type, coordinates } as Geometry, properties: {} }];
    }
    const raw = values.position(row);
    const position = raw && place(...raw);
    if (!position?.every(Number.isFinite) || !isOnEarth(position)) return [];
    return [{ type: 'Feature', geometry: { type: 'Point', coordinates: [...position] }, properties: {} }];
  });
  return { type: 'FeatureCollection', features };
};
