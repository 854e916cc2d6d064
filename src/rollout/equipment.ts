import { type BaseStationCatalogue, baseStationOf } from '../coverage/network/base-stations.ts';
import type { ServiceScene } from '../coverage/service/service.ts';
import type { ServiceSettings } from '../coverage/service/service-types.ts';
import type { Antenna } from '../model/facts.ts';
import { InputError } from '../model/problem.ts';
import type { Cell, Site, Technology, Tenant } from '../model/site.ts';
import { freeSpaceLossDb } from '../radio/free-space.ts';
import { carrierWidthsMHz } from '../radio/resource-blocks.ts';
import type { RolloutScene } from './rollout-types.ts';

/** The carrier an operator builds with, and its antenna. */
export interface Equipment {
  operator: string;
  technology: Technology;
  band: string;
  bandwidthMHz: number;
  powerDbm: number;
  antenna: string;
  frequencyMHz: number;
}

type Network = Pick<ServiceScene, 'sites' | 'bands' | 'antennas' | 'operators'>;

/** Half a panel: its upper edge stays at the structure's top. */
const panelHalfM = 1;

/** Where the antennas of a new mast hang. */
export const antennaHeightOn = (heightM: number): number => heightM - panelHalfM;

/**
 * Power at the port over 20 MHz, dBm: 40 W, as Report ITU-R M.2292 has macro base stations. Wider carriers keep the power of
 * each MHz, narrower ones give half of it.
 */
const powerOver20MHzDbm = 46;
const powerOf = (bandwidthMHz: number): number => {
  if (bandwidthMHz > 20) return powerOver20MHzDbm + 10 * Math.log10(bandwidthMHz / 20);
  return bandwidthMHz >= 15 ? powerOver20MHzDbm : powerOver20MHzDbm - 3;
};

/** Of a small site: a radio of 5 W. */
export const smallPowerDbm = 37;

const sectorOf = (antennas: readonly Antenna[]): string | null => {
  const sectors = antennas.flatMap((antenna) => (antenna.kind === 'sector' ? [antenna] : []));
  const wide = sectors.find(({ horizontalBeamwidthDeg }) => horizontalBeamwidthDeg >= 60);
  return (wide ?? sectors[0] ?? antennas[0])?.id ?? null;
};

/** The carrier that most of an operator's base stations have; the stronger of two that are as usual. */
const usualCarrier = ({ sites }: Network, operator: string, technology: Technology): Cell | null => {
  const counts = new Map<string, { cell: Cell; count: number }>();
  for (const { tenants } of sites) {
    for (const tenant of tenants) {
      if (tenant.operator !== operator) continue;
      const carriers = new Map<string, Cell>();
      for (const cell of tenant.cells) {
        if (cell.technology === technology) carriers.set([cell.band, cell.bandwidthMHz, cell.powerDbm].join(' '), cell);
      }
      for (const [key, cell] of carriers) {
        const known = counts.get(key);
        if (known) known.count++;
        else counts.set(key, { cell, count: 1 });
      }
    }
  }
  const found = [...counts].sort(
    ([keyA, a], [keyB, b]) => b.count - a.count || b.cell.powerDbm - a.cell.powerDbm || (keyA < keyB ? -1 : 1),
  );
  return found[0]?.[1].cell ?? null;
};

/**
 * What an operator builds for a technology: the carrier most of its base stations have; where it has none yet, its widest
 * in the lowest band it holds for it. Null where it holds none.
 */
export const equipmentOf = (network: Network, operator: string, technology: Technology): Equipment | null => {
  const antenna = sectorOf(network.antennas);
  if (antenna === null) return null;
  const usual = usualCarrier(network, operator, technology);
  const frequencyOf = (id: string): number => network.bands.find((band) => band.id === id)?.downlinkMHz ?? Number.NaN;
  if (usual) {
    const { band, bandwidthMHz, powerDbm } = usual;
    return { operator, technology, band, bandwidthMHz, powerDbm, antenna, frequencyMHz: frequencyOf(band) };
  }
  const held = network.bands
    .flatMap(({ id, downlinkMHz, holdings }) =>
      holdings
        .filter((holding) => holding.operator === operator && holding.technologies.includes(technology))
        .map(({ widthMHz }) => ({ id, downlinkMHz, widthMHz })),
    )
    .sort((a, b) => a.downlinkMHz - b.downlinkMHz);
  for (const { id, downlinkMHz, widthMHz } of held) {
    const widths = (carrierWidthsMHz[technology] ?? [widthMHz]).filter((width) => width <= widthMHz);
    const bandwidthMHz = widths.at(-1);
    if (bandwidthMHz === undefined) continue;
    const powerDbm = powerOf(bandwidthMHz);
    return { operator, technology, band: id, bandwidthMHz, powerDbm, antenna, frequencyMHz: downlinkMHz };
  }
  return null;
};

/**
 * What operators that are asked build. Of operators that would build the very same, all stay: which of them has a mast near
 * differs.
 *
 * @throws InputError where none of them holds spectrum for the technology
 */
export const equipmentOfAsked = (
  network: Network,
  { technology }: Pick<ServiceSettings, 'technology'>,
  operator: string | null,
): Equipment[] => {
  const asked = operator === null ? network.operators : [operator];
  const found = asked
    .map((id) => equipmentOf(network, id, technology))
    .filter((equipment): equipment is Equipment => equipment !== null);
  if (found.length === 0) {
    throw new InputError([
      {
        file: 'facts/bands.json',
        place: 'holdings',
        value: technology,
        rule: 'no-spectrum',
        ruleValues: { operators: asked.join(', ') },
        severity: 'error',
      },
    ]);
  }
  return found;
};

/** One of each kind of equipment: on a new mast two operators with the same carriers serve alike. */
export const distinctEquipment = (all: readonly Equipment[]): Equipment[] => {
  const seen = new Set<string>();
  return all.filter(({ operator: _, ...rest }) => {
    const key = JSON.stringify(rest);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
};

/** Of several, what is heard farthest in free space; of equals the first. */
export const heardFarthest = (
  all: readonly Equipment[],
  { bands, antennas, terrain, settings }: RolloutScene,
): Equipment => {
  const catalogue = { bands, antennas, terrain, technology: settings.technology };
  const atOneKm = (kit: Equipment): number => strongestEirpDbm(kit, catalogue) - freeSpaceLossDb(1, kit.frequencyMHz);
  return all.reduce((best, kit) => (atOneKm(kit) > atOneKm(best) ? kit : best));
};

/** Where a sector looks. */
export interface SectorAim {
  azimuthDeg: number;
  /** Positive down. */
  tiltDeg: number;
}

/** Panels shift their beam down by up to this many degrees electrically; the rest, and all upwards, is mechanical. */
const electricalRangeDeg = 10;

/** The cells of a new tenant, a sector each. */
export const cellsFor = (
  { technology, band, bandwidthMHz, powerDbm, antenna }: Equipment,
  idOf: (sector: number) => string,
  sectors: readonly SectorAim[],
): Cell[] =>
  sectors.map(({ azimuthDeg, tiltDeg }, k) => {
    const electricalTiltDeg = Math.max(0, Math.min(electricalRangeDeg, tiltDeg));
    return {
      id: idOf(k + 1),
      technology,
      band,
      powerDbm,
      bandwidthMHz,
      antenna,
      azimuthDeg,
      mechanicalTiltDeg: tiltDeg - electricalTiltDeg,
      electricalTiltDeg,
    };
  });

/** The level of a mast's strongest direction at 0 dB of path loss, dBm per resource element. */
export const strongestEirpDbm = (equipment: Equipment, catalogue: BaseStationCatalogue): number => {
  const tenant: Tenant = {
    operator: equipment.operator,
    antennaHeightM: 10,
    cells: cellsFor(equipment, String, [{ azimuthDeg: 0, tiltDeg: 0 }]),
  };
  const site: Site = {
    id: 'mast',
    position: [0, 0],
    communeCode: '',
    structure: 'guyed',
    heightM: 10,
    owner: '',
    tenants: [tenant],
  };
  return baseStationOf(site, 0, tenant, catalogue)?.strongestEirpDbm ?? Number.NEGATIVE_INFINITY;
};
