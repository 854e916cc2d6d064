import * as v from 'valibot';
import type { InputFile } from '../files/raster/elevation-files.ts';
import { gridBounds } from '../geo/grid.ts';
import type { Grid } from '../model/raster.ts';
import { sourceError } from './failure.ts';
import { byStatus, wrongForm } from './net/judge.ts';
import type { Net } from './net/net.ts';
import { rangedFile } from './net/ranged-file.ts';
import { bytesAsRanged, geoTiffForm, openDegreeRaster } from './raster/degree-raster.ts';
import { peopleOnGrid } from './raster/people-on-grid.ts';
import { jsonOf } from './read-json.ts';
import { bucketPace, megabytes, type Source } from './source.ts';

export const worldpop: Source = {
  id: 'worldpop',
  name: 'WorldPop',
  gives: ['population'],
  addresses: {
    files: 'https://data.worldpop.org',
    list: 'https://www.worldpop.org/rest/data/pop',
  },
  pace: { ...bucketPace, atOnce: 3 },
  // a whole country, where the server gives no parts
  mostBytes: megabytes(260),
  terms: {
    licence: 'CC BY 4.0',
    attribution: 'WorldPop (www.worldpop.org), University of Southampton',
    mayBePassedOn: true,
  },
  fromPage: 'unknown',
};

/** Kinds of its rasters: all land, counts fitted to the UN's; or built-up ground only. */
export type WorldPopKind = 'wpgpunadj' | 'wpgp' | 'cic2020_UNadj_100m' | 'cic2020_100m';

const listing = v.object({
  data: v.array(
    v.object({
      popyear: v.string(),
      data_file: v.pipe(v.string(), v.regex(/^[\w./-]+\.tiff?$/i)),
      doi: v.optional(v.string()),
    }),
  ),
});

export interface PeopleGiven {
  /** People in each cell of the grid; 0 where the source has none. */
  people: Float32Array;
  /** The year they are counted for. */
  year: string;
  /** What the file is cited by. */
  doi: string | null;
}

/** The file of a country for a year, or the last there is before it. */
const fileOf = async (net: Net, country: string, kind: WorldPopKind, year: number) => {
  const address = `${net.address(worldpop, 'list')}/${kind}?iso3=${encodeURIComponent(country)}`;
  const question = { address, accept: 'application/json' };
  const check = (body: Uint8Array) =>
    v.is(listing, jsonOf(body)) ? ({ take: true } as const) : wrongForm('JSON: data[].data_file');
  const { bytes } = await net.ask(worldpop, question, { judge: byStatus, check });
  const entries = v.parse(listing, jsonOf(bytes!)).data;
  const [entry] = entries
    .filter(({ popyear }) => Number(popyear) <= year)
    .sort((a, b) => Number(b.popyear) - Number(a.popyear));
  if (!entry) throw sourceError(worldpop, address, `${country} ${year}`, 'nothing-here');
  return entry;
};

/**
 * People on a grid. The listing's own addresses may be of a protocol nobody speaks any more; the file is asked for by its
 * path, in parts.
 */
export const worldPopPeople = async (
  net: Net,
  grid: Grid,
  { country, kind, year }: { country: string; kind: WorldPopKind; year: number },
  files?: readonly InputFile[],
): Promise<PeopleGiven> => {
  const people = new Float32Array(grid.width * grid.height);
  const add = (more: Float32Array): void =>
    more.forEach((count, i) => {
      people[i] += count;
    });
  if (files) {
    for (const { name, bytes } of files) {
      const window = await (await openDegreeRaster(bytesAsRanged(bytes), name))?.window(gridBounds(grid));
      if (window) add(peopleOnGrid(window, grid));
    }
    return { people, year: 'not stated', doi: null };
  }
  const entry = await fileOf(net, country, kind, year);
  const address = `${net.address(worldpop)}/${entry.data_file}`;
  // its list names the file: one that is not there is a fault
  const file = rangedFile(net, worldpop, address, () => false, geoTiffForm);
  const window = await (await openDegreeRaster(file, entry.data_file))?.window(gridBounds(grid));
  if (window) add(peopleOnGrid(window, grid));
  return { people, year: entry.popyear, doi: entry.doi ?? null };
};
