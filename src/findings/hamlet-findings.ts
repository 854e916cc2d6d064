import { hamletPoints } from '../coverage/service/service-points.ts';
import type { ServiceResult, ServiceSettings } from '../coverage/service/service-types.ts';
import { certaintyOf, isServed, statusOf } from '../coverage/service/status.ts';
import { distanceM } from '../geo/distance.ts';
import { peopleOf } from '../model/hamlet.ts';
import type { Pack } from '../model/pack.ts';
import { locationSigmaDb } from '../radio/location-variability.ts';
import type { HamletFinding, OperatorService } from './findings.ts';

const hundredths = (value: number): number | null => (Number.isNaN(value) ? null : Math.round(value * 100) / 100);

/** The greater of two levels, where NaN is nothing heard. */
const stronger = (a: number, b: number): number => (Number.isNaN(a) || b > a ? b : a);

/**
 * What the service run says of every hamlet, in the pack's order: for each operator, and for the best of them point by
 * point. Statuses are decided on the exact levels; the levels given are rounded to 0.01 dB.
 */
export const findHamlets = (pack: Pack, service: ServiceResult, settings: ServiceSettings): HamletFinding[] => {
  const { positions, people, hamletStart } = hamletPoints(pack.hamlets);
  const communes = new Map(pack.communes.features.map(({ properties }) => [properties.code, properties]));
  const frequencies = new Map(pack.facts.bands.map((band) => [band.id, band.downlinkMHz]));
  const count = service.operators.length;
  const { thresholdDbm } = settings;

  /** The cell that serves an entry; null when nothing is heard. */
  const serverOf = (entry: number, operator: string) => {
    const site = pack.sites[service.site[entry]];
    if (!site) return null;
    const tenant = site.tenants.find((t) => t.operator === operator);
    const cell = tenant?.cells[service.cell[entry]];
    return cell ? { site, cell } : null;
  };

  const operatorService = (h: number, o: number): OperatorService => {
    const operator = service.operators[o];
    const levels: number[] = [];
    for (let point = hamletStart[h]; point < hamletStart[h + 1]; point++)
      levels.push(service.rsrpDbm[point * count + o]);
    const [centre, ...clusters] = levels;
    const server = serverOf(hamletStart[h] * count + o, operator);
    const sigmaDb = locationSigmaDb(frequencies.get(server?.cell.band ?? '') ?? 1800);
    return {
      operator,
      status: statusOf(centre, clusters, thresholdDbm),
      rsrpDbm: hundredths(centre),
      marginDb: hundredths(centre - thresholdDbm),
      certainty: certaintyOf(centre - thresholdDbm, sigmaDb),
      siteId: server?.site.id ?? null,
      cellId: server?.cell.id ?? null,
      distanceKm: server ? Math.round(distanceM(server.site.position, positions[hamletStart[h]])) / 1000 : null,
      clusterRsrpDbm: clusters.map(hundredths),
    };
  };

  return pack.hamlets.map((hamlet, h) => {
    const commune = communes.get(hamlet.communeCode);
    if (!commune)
      throw new Error(`Hamlet ${hamlet.id} names commune ${hamlet.communeCode}, which the pack does not have`);
    const operators = service.operators.map((_, o) => operatorService(h, o));
    const best: number[] = [];
    let peopleUnserved = 0;
    for (let point = hamletStart[h]; point < hamletStart[h + 1]; point++) {
      let level = Number.NaN;
      for (let o = 0; o < count; o++) level = stronger(level, service.rsrpDbm[point * count + o]);
      best.push(level);
      if (!isServed(level, thresholdDbm)) peopleUnserved += people[point];
    }
    const [centre, ...clusters] = best;
    const bestOperator = operators.reduce<OperatorService | null>(
      (found, next) =>
        (next.rsrpDbm ?? Number.NEGATIVE_INFINITY) > (found?.rsrpDbm ?? Number.NEGATIVE_INFINITY) ? next : found,
      null,
    );
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
      status: statusOf(centre, clusters, thresholdDbm),
      certainty: bestOperator?.certainty ?? 'certain',
      bestRsrpDbm: hundredths(centre),
      bestOperator: bestOperator?.operator ?? null,
      peopleUnserved,
      operators,
    };
  });
};
