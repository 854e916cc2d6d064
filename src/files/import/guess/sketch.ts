import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { columnValues } from '../convert/column-values.ts';
import { allOnEarth, isOnEarth, moved, type Nested, placing } from '../convert/placing.ts';
import type { RawTable } from '../table/raw-table.ts';
import type { ImportChoice } from './propose.ts';

/** Rows drawn: enough to see where a file lies, quick to draw. */
const drawn = 3_000;

/** Where a file's rows would fall with a choice, for a look before anything enters: at most 3,000 of them, evenly. */
export const sketchTable = async (
  table: Pick<RawTable, 'columns' | 'rows'>,
  choice: ImportChoice,
  file: string,
): Promise<FeatureCollection> => {
  const place = await placing(choice, file);
  const values = columnValues(table, choice.columns);
  const step = Math.max(1, Math.ceil(table.rows.length / drawn));
  const features = table.rows
    .filter((_, i) => i % step === 0)
    .flatMap((row): Feature[] => {
      if (row.geometry && 'coordinates' in row.geometry) {
        const coordinates = moved(row.geometry.coordinates as Nested, place);
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
