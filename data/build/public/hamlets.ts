import { distanceM } from '../../../src/geo/distance.ts';
import { type Cluster, type Hamlet, peopleOf } from '../../../src/model/hamlet.ts';
import type { EntryOrigin } from '../../../src/model/origin.ts';
import { isUrban, type LonLat } from '../../../src/model/place.ts';
import { randomFor } from '../../../src/model/random.ts';
import type { Place } from '../../../src/sources/osm/features.ts';
import type { Ground } from '../ground.ts';
import { apportion } from '../network/apportion.ts';
import { hamletClusters } from '../network/clusters.ts';
import { lightHamlets } from '../network/fibre-lit.ts';
import type { NetworkFigures } from '../network/figures.ts';
import { hamletCentres, roomForHamlets } from '../network/hamlet-sites.ts';
import { fewestHamlets, wordFor } from '../network/hamlets.ts';
import { type Land, landOf } from '../network/land.ts';
import { clusterAt, clustersOf, settle } from './settlement.ts';

/** Where a hamlet is to be, before its people are known. */
interface Centre {
  id: string;
  name: string;
  position: LonLat;
  cell: number;
  origin: EntryOrigin;
}

export interface SettlingOptions {
  figures: NetworkFigures;
  /** Whether hamlets are made up beside those mapped. */
  fill: boolean;
  /** People a cell; null where no source gave any. */
  raster: Float32Array | null;
  placesIn: (commune: number) => readonly Place[];
  /** Names hamlets that are made up. */
  nameOf: (land: Land, commune: number, number: number) => string;
}

/** Two places of one name nearer than this are one, mapped twice. */
const samePlaceM = 500;

const mappedCentres = (land: Land, places: readonly Place[]): Centre[] => {
  const kept: Place[] = [];
  for (const place of places) {
    const twin = kept.some((one) => one.name === place.name && distanceM(one.position, place.position) < samePlaceM);
    if (!twin) kept.push(place);
  }
  return kept.map(({ id, name, position }) => ({
    id: `OSM-${id.replace(/^(\w)\w*\//, (_, kind: string) => kind.toUpperCase())}`,
    name,
    position,
    cell: land.cellAt(position),
    origin: { source: `OpenStreetMap ${id}` },
  }));
};

/** Centres made up for a commune, as many as it should have less those mapped, away from them. */
const madeUpCentres = (
  land: Land,
  c: number,
  count: number,
  mapped: readonly Centre[],
  { fill, nameOf }: SettlingOptions,
) => {
  const commune = land.communes[c];
  // a commune with people and nothing mapped has one hamlet at least, at its own point
  const wanted = fill ? Math.min(count, roomForHamlets(land, c)) : 0;
  if (wanted === 0 && mapped.length > 0) return [];
  const centre = (cell: number, k: number, position?: LonLat): Centre => {
    const id = `${commune.code}-H${String(k + 1).padStart(2, '0')}`;
    const random = randomFor(`centre ${id}`);
    const there = position ?? land.positionIn(cell, random.between(0.1, 0.9), random.between(0.1, 0.9));
    return { id, name: nameOf(land, c, k + 1), position: there, cell, origin: { synthetic: true } };
  };
  if (wanted === 0) return [centre(land.cellAt(commune.point), 0, commune.point)];
  const cells = hamletCentres(land, c, wanted);
  // each one mapped stands for the nearest made up
  for (const { cell } of mapped.slice(0, cells.length)) {
    const [x, y] = land.flat(cell);
    const away = cells.map((one) => Math.hypot(land.flat(one)[0] - x, land.flat(one)[1] - y));
    cells.splice(away.indexOf(Math.min(...away)), 1);
  }
  return cells.map((cell, k) => centre(cell, k));
};

/** Nobody lives where somebody has mapped a hamlet: one person is taken from the largest cluster there is. */
const withOneEach = (clusters: readonly Cluster[][], centres: readonly Centre[]): Cluster[][] => {
  const all = clusters.map((own) => own.map((cluster) => ({ ...cluster })));
  centres.forEach(({ position, origin }, k) => {
    if (origin.synthetic || all[k].length > 0) return;
    const [largest] = all.flat().sort((a, b) => b.people - a.people);
    if (!largest || largest.people < 2) return;
    largest.people--;
    all[k].push({ position, people: 1 });
  });
  return all;
};

/** Clusters of each of a commune's hamlets; people add up to the commune's. */
const clustersFor = (land: Land, c: number, centres: readonly Centre[], people: Settled | null): Cluster[][] => {
  const { population, code } = land.communes[c];
  const { grid } = land.ground.terrain;
  const cells = centres.map(({ cell }) => cell);
  const settled = people ? settle(people.cells[c], people.raster, grid, cells) : [];
  if (settled.some((one) => one.people > 0)) {
    const squares = settled.map(clustersOf);
    const shares = apportion(
      population,
      squares.flat().map((square) => square.people),
    );
    let at = 0;
    const clusters = squares.map((own) => own.map((square) => clusterAt(grid, square, shares[at++])));
    return withOneEach(
      clusters.map((own) => own.filter((cluster) => cluster.people > 0)),
      centres,
    );
  }
  const random = randomFor(`people ${code}`);
  const weights = centres.map(() => random.between(0.6, 1.4));
  const town = isUrban(land.communes[c]);
  return apportion(population, weights).map((count, k) =>
    count > 0 ? hamletClusters(land, centres[k].id, c, centres[k].cell, count, town) : [],
  );
};

/** A population raster with the cells of each commune. */
interface Settled {
  raster: Float32Array;
  cells: readonly Int32Array[];
}

/** Cells of each commune, row by row. */
const cellsByCommune = ({ communeIndex, communes }: Ground): Int32Array[] => {
  const counts = new Int32Array(communes.features.length);
  for (const commune of communeIndex) if (commune >= 0) counts[commune]++;
  const lists = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  communeIndex.forEach((commune, cell) => {
    if (commune >= 0) lists[commune][counts[commune]++] = cell;
  });
  return lists;
};

/**
 * Hamlets: those mapped, each at its place, and made up ones beside them, which say so. People a commune are its own;
 * they live where the population raster has them, or about the centres where there is none. Commune by commune.
 */
export const settleHamlets = (ground: Ground, options: SettlingOptions): Hamlet[] => {
  const land = landOf(ground);
  const { figures, raster, placesIn } = options;
  const counts = apportion(
    Math.max(figures.hamlets, fewestHamlets * land.communes.length),
    land.communes.map(({ households }) => households),
    fewestHamlets,
  );
  const people = raster && { raster, cells: cellsByCommune(ground) };
  const cells: number[] = [];
  const hamlets = land.communes.flatMap((commune, c): Hamlet[] => {
    if (commune.population === 0) return [];
    const mapped = mappedCentres(land, placesIn(c));
    const centres = [...mapped, ...madeUpCentres(land, c, counts[c], mapped, options)];
    const clusters = clustersFor(land, c, centres, people);
    const inhabited = centres.flatMap((centre, k) =>
      clusters[k].length > 0 ? [{ ...centre, clusters: clusters[k] }] : [],
    );
    const households = apportion(
      commune.households,
      inhabited.map((hamlet) => peopleOf(hamlet)),
      commune.households >= inhabited.length ? 1 : 0,
    );
    return inhabited.map(({ id, name, position, cell, origin, clusters: own }, k) => {
      cells.push(cell);
      const assumed = raster ? ['households', 'hasFibre'] : ['clusters', 'households', 'hasFibre'];
      return {
        id,
        name,
        communeCode: commune.code,
        centre: position,
        clusters: own,
        households: households[k],
        hasFibre: true,
        origin: origin.synthetic ? origin : { ...origin, assumed },
      };
    });
  });
  const withFibre = Math.round((hamlets.length * figures.hamletsWithFibre) / Math.max(1, figures.hamlets));
  const lit = lightHamlets(land, hamlets, cells, Math.min(hamlets.length, withFibre));
  return hamlets.map((hamlet, h) => ({ ...hamlet, hasFibre: lit[h] }));
};

/** As hamlets are called in Vietnam: by the land they lie in, and a number. */
export const vietnameseName = (land: Land, commune: number, number: number): string =>
  `${wordFor(land, commune)} ${number}`;

/** Elsewhere by their commune's name. */
export const plainName = (land: Land, commune: number, number: number): string =>
  `${land.communes[commune].name} ${number}`;
