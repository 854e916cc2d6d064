import type { Cell, Site, Tenant } from '../../model/site.ts';
import { placeAntennas } from '../../sharing/candidates/place-antennas.ts';
import { antennaHeightOn, cellsFor, type Equipment } from '../equipment.ts';
import type { DraftOption } from '../rollout-types.ts';
import { offDeg, type StandingTools, withTenant } from './option-tools.ts';

/** Antennas are raised where it is worth the climb. */
const leastRaiseM = 3;
/** A sector that looks this near to where another does is no further one. */
const sameLookDeg = 20;

/**
 * What can be done with the antennas of an operator that has the technology on its own site: a sector of its own towards who
 * is not served, a panel turned there with all that hangs on it, its beam tilted there, or all antennas raised to the highest
 * free height. The last three may take service from nobody, in any technology they change.
 */
export const retunes = (tools: StandingTools, site: Site, own: Tenant, around: readonly number[]): DraftOption[] => {
  const { scene, reachable, aim, reachedBy, stationOf, takings } = tools;
  const { technology } = scene.settings;
  const usual = own.cells.find((cell) => cell.technology === technology)!;
  const kit = kitOf(tools, own.operator, usual);
  const perch = { position: site.position, antennaHeightM: own.antennaHeightM };
  const targets = reachable(perch, kit, around);
  const found: DraftOption[] = [];
  const common = { operator: own.operator, siteId: site.id, structuralCheck: null, hops: [] } as const;

  if (targets.length > 0) {
    for (const count of [1, 2, 3]) {
      const aims = aim(perch, targets, count).filter(
        ({ azimuthDeg }) =>
          !own.cells.some(
            (cell) => cell.technology === technology && offDeg(cell.azimuthDeg, azimuthDeg) < sameLookDeg,
          ),
      );
      if (aims.length < count) break;
      const start = own.cells.length;
      const cells = cellsFor(kit, (k) => `${site.id}-${own.operator}-${technology}-${kit.band}-${start + k}`, aims);
      const tenant = { ...own, cells: [...own.cells, ...cells] };
      const serves = reachedBy(stationOf(site, tenant), targets);
      if (serves.length === 0 || serves.length <= (found.at(-1)?.serves.length ?? 0)) continue;
      found.push({
        id: `sector/${site.id}/${own.operator}/${count}`,
        kind: 'sector',
        change: null,
        ...common,
        site: withTenant(site, tenant),
        serves,
        sectors: count,
      });
    }
  }
  const retune = (change: 'turn' | 'tilt' | 'raise', detail: string, tenant: Tenant, of: readonly number[]): void => {
    const serves = reachedBy(stationOf(site, tenant), of);
    if (serves.length === 0 || takings(site, own, tenant)) return;
    found.push({
      id: `retune/${site.id}/${own.operator}/${change}${detail}`,
      kind: 'retune',
      change,
      ...common,
      site: withTenant(site, tenant),
      serves,
      sectors: 0,
    });
  };
  if (targets.length > 0) {
    const [towards] = aim(perch, targets, 1);
    const facing = facingCell(tools, own, towards.azimuthDeg);
    if (facing) {
      const turned = own.cells.map((cell) =>
        hangsWith(cell, facing) ? { ...cell, azimuthDeg: towards.azimuthDeg } : cell,
      );
      if (offDeg(facing.azimuthDeg, towards.azimuthDeg) >= 1)
        retune('turn', `-${towards.azimuthDeg}`, { ...own, cells: turned }, targets);
      const tilted = own.cells.map((cell) =>
        cell.technology === technology && hangsWith(cell, facing)
          ? { ...cell, electricalTiltDeg: Math.max(0, Math.min(10, towards.tiltDeg - cell.mechanicalTiltDeg)) }
          : cell,
      );
      if (tilted.some((cell, c) => cell.electricalTiltDeg !== own.cells[c].electricalTiltDeg))
        retune('tilt', `-${towards.azimuthDeg}`, { ...own, cells: tilted }, targets);
    }
  }
  const others = site.tenants.filter(({ operator }) => operator !== own.operator);
  const wanted = { ...own, antennaHeightM: antennaHeightOn(site.heightM) };
  const raised = placeAntennas(site, others, [wanted], scene.rules.tenantSpacingM)?.[0];
  if (raised && raised.antennaHeightM >= own.antennaHeightM + leastRaiseM) retune('raise', '', raised, around);
  return found;
};

/** What the operator's own cells there have, as equipment of a further one. */
const kitOf = ({ scene, equipment }: StandingTools, operator: string, cell: Cell): Equipment => {
  const frequencyMHz = scene.bands.find(({ id }) => id === cell.band)?.downlinkMHz ?? Number.NaN;
  const { technology, band, bandwidthMHz, powerDbm } = cell;
  const antenna = equipment.find((kit) => kit.operator === operator)?.antenna ?? cell.antenna;
  return { operator, technology, band, bandwidthMHz, powerDbm, antenna, frequencyMHz };
};

/** The cell that looks most nearly there; null where none looks anywhere. */
const facingCell = ({ scene }: StandingTools, own: Tenant, azimuthDeg: number): Cell | null => {
  const omni = new Set(scene.antennas.flatMap(({ id, kind }) => (kind === 'omni' ? [id] : [])));
  const { technology } = scene.settings;
  const cells = own.cells.filter((cell) => cell.technology === technology && !omni.has(cell.antenna));
  if (cells.length === 0) return null;
  return cells.reduce((a, b) => (offDeg(b.azimuthDeg, azimuthDeg) < offDeg(a.azimuthDeg, azimuthDeg) ? b : a));
};

/** Whether a cell hangs on the same panel: what looks one way is turned together. */
const hangsWith = (cell: Cell, other: Cell): boolean =>
  cell.antenna === other.antenna && cell.azimuthDeg === other.azimuthDeg;
