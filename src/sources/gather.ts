import { ProblemList } from '../files/problem-list.ts';
import { gridBounds } from '../geo/grid.ts';
import { InputError, type Problem } from '../model/problem.ts';
import { type Grid, NO_HEIGHT } from '../model/raster.ts';
import { catalogue } from './catalogue.ts';
import { copernicus30, copernicus90, copernicusGround } from './copernicus.ts';
import { SourceError, sourceError, sourceErrors } from './failure.ts';
import type { Net } from './net/net.ts';
import { onOneGrid } from './one-grid.ts';
import { type HeardCell, openCellIdCells } from './opencellid.ts';
import type { UnitShape } from './osm/boundaries.ts';
import { type Mast, type Place, type Road, readPlaces, readRoads, readSites } from './osm/features.ts';
import type { GroundGiven } from './raster/ground.ts';
import { skadiGround } from './skadi.ts';
import type { Need, Source } from './source.ts';
import { terrariumGround } from './terrarium.ts';
import { askOpenStreetMap, askUnits } from './units.ts';
import type { Wish } from './wish.ts';
import { worldCoverCodes } from './worldcover.ts';
import { type PeopleGiven, worldPopPeople } from './worldpop.ts';

/** Whom something came from, and when it is of. */
export interface Receipt {
  source: Source;
  /** ISO 8601; empty where it is not told. */
  date: string;
  /** The layer's own licence, where it is not the source's. */
  licence: string | null;
  /** Names of the files it was read from, where it was. */
  files: readonly string[];
}

/** Everything sources gave of an area. What was not asked for is null; nothing found is empty. */
export interface Gathered {
  units: readonly UnitShape[];
  grid: Grid;
  ground: GroundGiven | null;
  coverCodes: Uint8Array | null;
  people: PeopleGiven | null;
  places: readonly Place[] | null;
  roads: readonly Road[] | null;
  masts: readonly Mast[] | null;
  cells: readonly HeardCell[] | null;
  receipts: Readonly<Partial<Record<Need, Receipt>>>;
  warnings: readonly Problem[];
}

const groundFrom = (net: Net, { sources, files }: Wish, grid: Grid): Promise<GroundGiven> => {
  const id = sources.terrain!;
  const given = files[id];
  if (id === 'terrarium') return terrariumGround(net, grid, given);
  if (id === 'skadi') return skadiGround(net, grid, given);
  return copernicusGround(net, id === 'copernicus-30' ? copernicus30 : copernicus90, grid, given);
};

/**
 * Asks for all that is wished for: boundaries first, which say where the rest lies, then the rest together. What one
 * source refuses does not stop the others; what they gave is kept.
 *
 * @throws SourceError where the only failures are of sources; InputError with every problem otherwise
 */
export const gather = async (net: Net, wish: Wish): Promise<Gathered> => {
  const { sources, files } = wish;
  const drawn = await askUnits(net, wish);
  const { units, grid, warnings } = onOneGrid(drawn.units, wish.gridZoom, wish.marginCells);
  const box = gridBounds(grid);
  const failures: unknown[] = [];
  const asked = async <T>(need: Need, ask: () => Promise<T>): Promise<T | null> => {
    if (!sources[need]) return null;
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof InputError)) {
        // a full disk, Ctrl+C: nobody is asked anything more
        net.close();
        throw error;
      }
      failures.push(error);
      return null;
    }
  };
  const osm = (need: 'places' | 'roads' | 'masts') => {
    const id = sources[need];
    return asked(need, () => askOpenStreetMap(net, id!, need, box, id && files[id]));
  };
  const [ground, coverCodes, people, places, roads, masts, cells] = await Promise.all([
    asked('terrain', () => groundFrom(net, wish, grid)),
    asked('landcover', () => worldCoverCodes(net, grid, wish.coverDetail, files.worldcover)),
    asked('population', () => worldPopPeople(net, grid, { country: wish.country, ...wish.people }, files.worldpop)),
    osm('places'),
    osm('roads'),
    osm('masts'),
    asked('cells', () => openCellIdCells(net, { mcc: wish.mcc, token: wish.cellToken, box }, files.opencellid)),
  ]);
  throwFailures(failures);
  if (ground?.terrain.data.every((heightM) => heightM === NO_HEIGHT)) {
    throw sourceError(catalogue[sources.terrain!], wish.area.name, '', 'nothing-here');
  }
  const receipt = (need: Need, date: string, licence: string | null = null): [Need, Receipt][] => {
    const id = sources[need];
    const names = (id && files[id])?.map(({ name }) => name) ?? [];
    return id ? [[need, { source: catalogue[id], date, licence, files: names }]] : [];
  };
  const receipts = Object.fromEntries([
    ...receipt('boundaries', drawn.date, drawn.licence),
    ...receipt('terrain', sources.terrain?.startsWith('copernicus') ? '2011/2015' : '2000-02'),
    ...receipt('landcover', '2021'),
    ...receipt('population', people?.year ?? ''),
    ...receipt('places', places?.timestamp ?? ''),
    ...receipt('roads', roads?.timestamp ?? ''),
    ...receipt('masts', masts?.timestamp ?? ''),
    ...receipt('cells', ''),
  ]);
  const gathered = {
    places: places && readPlaces(places.elements),
    roads: roads && readRoads(roads.elements),
    masts: masts && readSites(masts.elements),
    cells,
  };
  const empty = (['places', 'roads', 'masts', 'cells'] as const).filter((need) => gathered[need]?.length === 0);
  const unmapped = empty.map(
    (need): Problem => ({
      file: catalogue[sources[need]!].name,
      place: need,
      value: '',
      rule: 'nothing-mapped',
      severity: 'warning',
    }),
  );
  return {
    units,
    grid,
    ground,
    coverCodes,
    people,
    ...gathered,
    receipts,
    warnings: [...drawn.warnings, ...warnings, ...unmapped],
  };
};

const throwFailures = (failures: readonly unknown[]): void => {
  if (failures.length > 0 && failures.every((one) => one instanceof SourceError)) throw sourceErrors(failures);
  const problems = new ProblemList();
  for (const failure of failures) problems.add((failure as InputError).problems);
  problems.throwIfErrors('');
};
