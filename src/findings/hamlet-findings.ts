import { hamletPoints } from '../coverage/service/hamlet-points.ts';
import type { ServiceResult, ServiceSettings } from '../coverage/service/service-types.ts';
import { certaintyOf, isServed } from '../coverage/service/status.ts';
import { distanceM } from '../geo/distance.ts';
import { peopleOf } from '../model/hamlet.ts';
import type { PackTables } from '../model/pack.ts';
import type { Cell } from '../model/site.ts';
import { switchedOffOn } from '../model/switch-off.ts';
import { locationSigmaDb } from '../radio/location-variability.ts';
import type { HamletFinding, OperatorService } from './findings.ts';
import { type Point, summaryOf } from './hamlet-summary.ts';

const hundredths = (value: number): number | null => (Number.isNaN(value) ? null : Math.round(value * 100) / 100);

/** Whether a level is above another, where NaN is no level. */
const exceeds = (a: number, b: number): boolean => a > b || (Number.isNaN(b) && !Number.isNaN(a));

/**
 * What the service run says of every hamlet, in the pack's order: for each operator, and for the best of them point by
 * point. Statuses are decided on the exact levels; the levels given are rounded to 0.01 dB.
 *
 * @param outsideDem by point, 1 where there is no terrain, so that nothing is known of its service
 */
export const findHamlets = (
  pack: PackTables,
  service: ServiceResult,
  settings: ServiceSettings,
  outsideDem: Uint8Array,
): HamletFinding[] => {
  const { positions, people, hamletStart } = hamletPoints(pack.hamlets);
  const communes = new Map(pack.communes.features.map(({ properties }) => [properties.code, properties]));
  const frequencies = new Map(pack.facts.bands.map((band) => [band.id, band.downlinkMHz]));
  const count = service.operators.length;
  const { thresholdDbm, technology } = settings;
  const isOff = switchedOffOn(pack.manifest.date).includes(technology);
  const present = new Set(
    pack.sites.flatMap(({ tenants }) =>
      tenants
        .filter(({ cells }) => !isOff && cells.some((cell) => cell.technology === technology))
        .map((own) => own.operator),
    ),
  );

  const frequencyOf = ({ id, band }: Cell): number => {
    const frequencyMHz = frequencies.get(band);
    if (frequencyMHz === undefined)
      throw new Error(`Cell ${id} names band '${band}', which the pack's facts do not have`);
    return frequencyMHz;
  };

  /** The cell that serves an entry; null when nothing is received. */
  const serverOf = (entry: number, operator: string) => {
    const site = pack.sites[service.site[entry]];
    if (!site) return null;
    const tenant = site.tenants.find((t) => t.operator === operator);
    const cell = tenant?.cells[service.cell[entry]];
    return cell ? { site, cell } : null;
  };

  const pointsOf = (h: number, levelOf: (point: number) => number): Point[] =>
    Array.from({ length: hamletStart[h + 1] - hamletStart[h] }, (_, i) => {
      const point = hamletStart[h] + i;
      return {
        isUnknown: outsideDem[point] === 1,
        isServed: isServed(levelOf(point), thresholdDbm),
        people: people[point],
      };
    });

  const operatorService = (h: number, o: number): OperatorService => {
    const operator = service.operators[o];
    const levelOf = (point: number): number => service.levelDbm[point * count + o];
    const levels = Array.from(pack.hamlets[h].clusters, (_, c) => levelOf(hamletStart[h] + 1 + c));
    const centre = levelOf(hamletStart[h]);
    const server = serverOf(hamletStart[h] * count + o, operator);
    const marginDb = centre - thresholdDbm;
    const { status, peopleUnserved } = summaryOf(pointsOf(h, levelOf), present.has(operator));
    return {
      operator,
      status,
      levelDbm: hundredths(centre),
      marginDb: hundredths(marginDb),
      // where no cell is received nothing varies; where nothing is known nothing is sure
      certainty: server
        ? certaintyOf(marginDb, locationSigmaDb(frequencyOf(server.cell)))
        : status === 'unknown'
          ? 'doubtful'
          : 'certain',
      siteId: server?.site.id ?? null,
      cellId: server?.cell.id ?? null,
      distanceKm: server ? Math.round(distanceM(server.site.position, positions[hamletStart[h]])) / 1000 : null,
      clusterLevelDbm: levels.map(hundredths),
      peopleUnserved,
    };
  };

  return pack.hamlets.map((hamlet, h) => {
    const commune = communes.get(hamlet.communeCode);
    if (!commune)
      throw new Error(`Hamlet ${hamlet.id} names commune ${hamlet.communeCode}, which the pack does not have`);
    const operators = service.operators.map((_, o) => operatorService(h, o));
    const bestLevel = (point: number): number => {
      let level = Number.NaN;
      for (let o = 0; o < count; o++) {
        const next = service.levelDbm[point * count + o];
        if (exceeds(next, level)) level = next;
      }
      return level;
    };
    const levelOf = (o: number): number => service.levelDbm[hamletStart[h] * count + o];
    const strongestAt = operators.reduce<number>(
      (found, _, o) => (exceeds(levelOf(o), found < 0 ? Number.NaN : levelOf(found)) ? o : found),
      -1,
    );
    const bestOperator = operators[strongestAt] ?? null;
    const { status, peopleUnserved, peopleUnknown } = summaryOf(pointsOf(h, bestLevel), present.size > 0);
    return {
      id: hamlet.id,
      name: hamlet.name,
      communeCode: commune.code,
      communeName: commune.name,
      districtCode: commune.districtCode,
      districtName: commune.districtName,
      position: hamlet.centre,
      people: peopleOf(hamlet),
      households: hamlet.households,
      hasFibre: hamlet.hasFibre,
      status,
      certainty: bestOperator?.certainty ?? (status === 'unknown' ? 'doubtful' : 'certain'),
      bestLevelDbm: hundredths(bestLevel(hamletStart[h])),
      bestOperator: bestOperator?.operator ?? null,
      peopleUnserved,
      peopleUnknown,
      operators,
    };
  });
};
