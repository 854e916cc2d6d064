import type { Pack } from '../../model/pack.ts';
import type { LonLat } from '../../model/place.ts';
import type { Site, Structure, Technology, Tenant } from '../../model/site.ts';
import { antennaHeightOn, cellsFor, type Equipment, equipmentOf, type SectorAim } from '../../rollout/equipment.ts';
import { newSiteId } from '../../rollout/options/new-masts.ts';

/** What is asked of a new mast. */
export interface MastWish {
  position: LonLat;
  structure: Structure;
  heightM: number;
  /** At least one; the first owns it. */
  operators: readonly string[];
}

type Network = Pick<Pack, 'sites' | 'facts'>;

/** Three sectors, a third of the circle each, looking a little down. */
const sectors: readonly SectorAim[] = [0, 120, 240].map((azimuthDeg) => ({ azimuthDeg, tiltDeg: 2 }));

/** What each operator builds for a technology; null of one that holds no spectrum for it. */
export const equipmentByOperator = (
  { sites, facts }: Network,
  technology: Technology,
): ReadonlyMap<string, Equipment | null> => {
  const operators = facts.operators.map(({ id }) => id);
  const network = { sites, bands: facts.bands, antennas: facts.antennas, operators };
  return new Map(operators.map((operator) => [operator, equipmentOf(network, operator, technology)]));
};

/** The site that the wish makes, each operator with the carrier it builds elsewhere in three sectors. */
export const newMast = (
  { sites }: Pick<Pack, 'sites'>,
  { position, structure, heightM, operators }: MastWish,
  equipment: ReadonlyMap<string, Equipment | null>,
): Omit<Site, 'communeCode'> => {
  const id = newSiteId({ sites }, 'M', position);
  const tenants = operators.flatMap((operator): Tenant[] => {
    const kit = equipment.get(operator);
    if (!kit) return [];
    const cells = cellsFor(kit, (sector) => `${id}-${operator}-${kit.technology}-${sector}`, sectors);
    return [{ operator, antennaHeightM: antennaHeightOn(heightM), cells }];
  });
  return { id, position, structure, heightM, owner: operators[0] ?? '', tenants };
};
