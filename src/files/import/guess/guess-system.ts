import { thaiNguyenZone, vn2000Zones } from '../../../geo/vn2000.ts';
import type { BoundingBox } from '../../../model/place.ts';
import { projectionFrom } from '../../vector/crs.ts';
import { columnValues } from '../convert/column-values.ts';
import type { RawTable } from '../table/raw-table.ts';
import type { ColumnChoice } from './fields.ts';

/** What a file's coordinates are taken to be. */
export interface SystemGuess {
  epsg: number;
  /** Latitude or northing stands first. */
  swapped: boolean;
  /** Share of the positions looked at that fall where they should, 0..1; null where nothing tells. */
  insideShare: number | null;
}

/** Rows looked at: enough to tell, quick for every zone. */
const sampled = 200;
/** About 20 km: a file may reach over the border. */
const marginDeg = 0.2;

/** The usual ones first: where two fit as well, the first is meant. */
const planes: readonly number[] = [
  thaiNguyenZone,
  32648,
  ...vn2000Zones.map(({ epsg }) => epsg).filter((epsg) => epsg !== thaiNguyenZone),
  32649,
  3857,
];

/** Eastings of the planes we know lie below this, northings in Vietnam above. */
const leastNorthingM = 850_000;
/** No plane has a position of two so small numbers: they are degrees, and those beyond what there is are refused by row. */
const leastPlaneM = 10_000;

type Pair = readonly [number, number];
const turned = ([x, y]: Pair): Pair => [y, x];

/**
 * Guesses reference system and order of axes from where the positions fall. `box` is where they should be; without one
 * degrees are told by their size alone, and metres stay a guess.
 */
export const guessSystem = async (
  table: Pick<RawTable, 'columns' | 'rows' | 'epsg'>,
  columns: ColumnChoice,
  box: BoundingBox | null,
): Promise<SystemGuess> => {
  const step = Math.max(1, Math.floor(table.rows.length / sampled));
  const values = columnValues(table, columns);
  const positions = table.rows
    .filter((_, i) => i % step === 0)
    .flatMap((row) => {
      const position = values.position(row);
      return position ? [position] : [];
    });
  const share = (fits: (position: Pair) => boolean): number =>
    positions.length === 0 ? 0 : positions.filter(fits).length / positions.length;
  const inBox = ([lon, lat]: Pair): boolean =>
    box !== null &&
    lon >= box[0] - marginDeg &&
    lat >= box[1] - marginDeg &&
    lon <= box[2] + marginDeg &&
    lat <= box[3] + marginDeg;

  const inDegrees = share(([x, y]) => Math.abs(x) < leastPlaneM && Math.abs(y) < leastPlaneM) > 0.5;
  if (inDegrees || positions.length === 0) {
    const epsg = table.epsg === 4756 ? 4756 : 4326;
    const [straight, across] = [share(inBox), share((position) => inBox(turned(position)))];
    const impossible = share(([, y]) => Math.abs(y) > 90) > 0.5;
    const swapped = across > straight || (straight === 0 && impossible);
    return { epsg, swapped, insideShare: box ? Math.max(straight, across) : null };
  }
  const northFirst = share(([x, y]) => x > leastNorthingM && y < leastNorthingM) > 0.5;
  let best: SystemGuess = { epsg: table.epsg ?? thaiNguyenZone, swapped: northFirst, insideShare: box ? 0 : null };
  for (const epsg of new Set([...(table.epsg === null ? [] : [table.epsg]), ...planes])) {
    const inverse = await projectionFrom(epsg);
    if (!inverse) continue;
    for (const swapped of [false, true]) {
      const inside = share((position) => inBox(inverse(...(swapped ? turned(position) : position))));
      if (inside > (best.insideShare ?? 0)) best = { epsg, swapped, insideShare: inside };
    }
    // what the file states holds where it fits
    if (epsg === table.epsg && (best.insideShare ?? 0) > 0) return best;
  }
  return best;
};
