import type { ServiceResult, ServiceSettings, ServiceStatus } from '../coverage/service/service-types.ts';
import type { PackTables } from '../model/pack.ts';
import { isShared } from '../model/site.ts';
import type { AreaRow, HamletFinding, StatusCount } from './findings.ts';
import { peopleUnservedByOperator } from './people-unserved.ts';

const none = (): Record<ServiceStatus, number> => ({ served: 0, partial: 0, none: 0 });
const emptyCount = (): StatusCount => ({
  hamlets: none(),
  hamletPeople: none(),
  peopleUnserved: 0,
  unservedShare: null,
});

export interface Rows {
  province: AreaRow;
  districts: AreaRow[];
  communes: AreaRow[];
  pilots: AreaRow[];
  interests: AreaRow[];
}

type Naming = Pick<AreaRow, 'code' | 'name' | 'kind' | 'parent'>;

/** Sums of one area over its hamlets and sites. */
const sumArea = (
  naming: Naming,
  codes: ReadonlySet<string>,
  pack: PackTables,
  hamlets: readonly HamletFinding[],
  /** By hamlet and operator. */
  unserved: Float64Array,
): AreaRow => {
  const operators = pack.facts.operators.map((operator) => operator.id);
  const row: AreaRow = {
    ...naming,
    hamlets: 0,
    people: 0,
    households: 0,
    sites: 0,
    sharedSites: 0,
    any: emptyCount(),
    byOperator: Object.fromEntries(operators.map((id) => [id, emptyCount()])),
    withoutFibre: { hamlets: 0, people: 0, households: 0 },
  };
  pack.hamlets.forEach(({ communeCode }, h) => {
    if (!codes.has(communeCode)) return;
    const finding = hamlets[h];
    row.hamlets++;
    row.people += finding.people;
    row.households += finding.households;
    row.any.hamlets[finding.status]++;
    row.any.hamletPeople[finding.status] += finding.people;
    row.any.peopleUnserved += finding.peopleUnserved;
    finding.operators.forEach((service, o) => {
      const count = row.byOperator[service.operator];
      count.hamlets[service.status]++;
      count.hamletPeople[service.status] += finding.people;
      count.peopleUnserved += unserved[h * finding.operators.length + o];
    });
    if (finding.hasFibre) return;
    row.withoutFibre.hamlets++;
    row.withoutFibre.people += finding.people;
    row.withoutFibre.households += finding.households;
  });
  for (const site of pack.sites) {
    if (!codes.has(site.communeCode)) continue;
    row.sites++;
    if (isShared(site)) row.sharedSites++;
  }
  for (const count of [row.any, ...Object.values(row.byOperator)])
    count.unservedShare = row.people > 0 ? count.peopleUnserved / row.people : null;
  return row;
};

/** Sums by province, district, commune, pilot commune and area of interest, each in the pack's order. */
export const sumAreas = (
  pack: PackTables,
  hamlets: readonly HamletFinding[],
  service: ServiceResult,
  settings: ServiceSettings,
): Rows => {
  const unserved = peopleUnservedByOperator(pack.hamlets, service, settings);
  const communes = pack.communes.features.map((feature) => feature.properties);
  const sum = (naming: Naming, codes: Iterable<string>) => sumArea(naming, new Set(codes), pack, hamlets, unserved);
  const pilotCodes = pack.areas.features
    .filter((area) => area.properties.purpose === 'pilot')
    .flatMap((area) => area.properties.communeCodes);
  const communeRow = (kind: 'commune' | 'pilot') => (commune: (typeof communes)[number]) =>
    sum({ code: commune.code, name: commune.name, kind, parent: commune.districtCode }, [commune.code]);
  return {
    province: sum(
      { code: pack.manifest.id, name: pack.province.features[0].properties.name, kind: 'province' },
      communes.map((commune) => commune.code),
    ),
    districts: pack.districts.features.map(({ properties: { code, name } }) =>
      sum(
        { code, name, kind: 'district' },
        communes.filter((commune) => commune.districtCode === code).map((commune) => commune.code),
      ),
    ),
    communes: communes.map(communeRow('commune')),
    pilots: communes.filter((commune) => pilotCodes.includes(commune.code)).map(communeRow('pilot')),
    interests: pack.areas.features
      .filter((area) => area.properties.purpose !== 'pilot')
      .map(({ properties }) =>
        sum({ code: properties.id, name: properties.name, kind: 'interest' }, properties.communeCodes),
      ),
  };
};
