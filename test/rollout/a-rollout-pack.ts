import { readFacts } from '../../data/build/facts.ts';
import type { PackDraft } from '../../src/files/pack/pack-write.ts';
import { cellCentre, gridCovering } from '../../src/geo/grid.ts';
import type { Hamlet } from '../../src/model/hamlet.ts';
import type { Pack } from '../../src/model/pack.ts';
import type { LonLat } from '../../src/model/place.ts';
import type { Cell, Site, Tenant } from '../../src/model/site.ts';
import { aHamlet, aPack, aSite } from '../files/pack/small-pack.ts';

const grid = gridCovering([105.8, 21.6, 105.9, 21.65], 12, 2);

/** A ridge of 300 m from north to south, 1 km wide, that keeps the western site from the eastern valley. */
const ridgeM = (lon: number): number => 300 * Math.max(0, 1 - Math.abs(lon - 105.858) / 0.005);

export const ridged = (): Int16Array<ArrayBuffer> =>
  Int16Array.from({ length: grid.width * grid.height }, (_, i) => {
    const [lon] = cellCentre(grid, i % grid.width, Math.floor(i / grid.width));
    return 35 + Math.round(ridgeM(lon));
  });

export const hamletAt = (id: string, centre: LonLat, people = 300, change: Partial<Hamlet> = {}): Hamlet => {
  const [lon, lat] = centre;
  return aHamlet({ id, name: id, centre, clusters: [{ position: [lon + 0.001, lat], people }], ...change });
};

const aCell = (id: string, change: Partial<Cell> = {}): Cell => ({
  ...aSite().tenants[0].cells[0],
  id,
  ...change,
});

export const aTenant = (operator: string, antennaHeightM: number, ...cells: Cell[]): Tenant => ({
  operator,
  antennaHeightM,
  cells,
});

/** In the west, with 4G of Viettel that looks away from the south-west. */
export const westernSite = (): Site => aSite();

/** In the eastern valley, with 2G of VinaPhone alone. */
export const easternSite = (): Site => {
  const low = { technology: '2G', band: '900', bandwidthMHz: 5 } as const;
  const cells = [60, 180, 300].map((azimuthDeg, k) => aCell(`TN-0002-p-${k + 1}`, { ...low, azimuthDeg }));
  return aSite({
    id: 'TN-0002',
    position: [105.885, 21.635],
    communeCode: '05434',
    owner: 'vinaphone',
    tenants: [aTenant('vinaphone', 36, ...cells)],
  });
};

/**
 * Two valleys of about 5 by 5 km with a ridge between them: a hamlet with 4G in the western, three without in the eastern, where
 * one site has 2G only. The facts are those of the project.
 */
export const aRolloutDraft = (change: Partial<PackDraft> = {}): PackDraft => {
  const draft = aPack({
    hamlets: [
      hamletAt('west', [105.832, 21.637]),
      hamletAt('east', [105.885, 21.625], 200, { communeCode: '05434' }),
      hamletAt('foot', [105.869, 21.61], 120, { communeCode: '05434' }),
      hamletAt('north', [105.893, 21.646], 60, { communeCode: '05434' }),
    ],
    sites: [westernSite(), easternSite()],
    terrain: { grid, data: ridged() },
    landCover: { grid, data: new Uint8Array(grid.width * grid.height).fill(2) },
    ...change,
  });
  const { bands, antennas, operators, parameters, indicators } = readFacts();
  return { ...draft, facts: { bands, antennas, operators, parameters, indicators, ...change.facts } };
};

export const aRolloutPack = (change: Partial<PackDraft> = {}): Pack => {
  const draft = aRolloutDraft(change);
  return { ...draft, manifest: { ...draft.manifest, files: [] } };
};
