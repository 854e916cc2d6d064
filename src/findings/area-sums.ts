import type { PackTables } from '../model/pack.ts';
import { isDistrictCode } from '../model/place.ts';
import { isShared } from '../model/site.ts';
import type { AreaRow, HamletFinding, HamletStatus, StatusCount } from './findings.ts';

const none = (): Record<HamletStatus, number> => ({ served: 0, partial: 0, none: 0, unknown: 0, absent: 0 });
const emptyCount = (isAbsent: boolean): StatusCount => ({
  hamlets: none(),
  hamletPeople: none(),
  peopleUnserved: isAbsent ? null : 0,
  peopleUnknown: 0,
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

/** Takes one hamlet into a count; one for whom the technology is absent leaves no number of unserved. */
const add = (
  count: StatusCount,
  { people, peopleUnknown }: HamletFinding,
  { status, peopleUnserved }: Pick<HamletFinding, 'status' | 'peopleUnserved'>,
): void => {
  count.hamlets[status]++;
  count.hamletPeople[status] += people;
  count.peopleUnknown += peopleUnknown;
  count.peopleUnserved =
    count.peopleUnserved === null || peopleUnserved === null ? null : count.peopleUnserved + peopleUnserved;
};

/** Sums of one area over its hamlets and sites. */
const sumArea = (
  naming: Naming,
  codes: ReadonlySet<string>,
  pack: PackTables,
  hamlets: readonly HamletFinding[],
): AreaRow => {
  const operators = pack.facts.operators.map((operator) => operator.id);
  // what is absent is so at every hamlet, and in an area without any as well
  const first = hamlets.at(0);
  const absent = new Set(first?.operators.filter(({ status }) => status === 'absent').map(({ operator }) => operator));
  const row: AreaRow = {
    ...naming,
    hamlets: 0,
    people: 0,
    households: 0,
    sites: 0,
    sharedSites: 0,
    any: emptyCount(first?.status === 'absent'),
    byOperator: Object.fromEntries(operators.map((id) => [id, emptyCount(absent.has(id))])),
    withoutFibre: { hamlets: 0, people: 0, households: 0 },
  };
  for (const finding of hamlets) {
    if (!codes.has(finding.communeCode)) continue;
    row.hamlets++;
    row.people += finding.people;
    row.households += finding.households;
    add(row.any, finding, finding);
    for (const service of finding.operators) add(row.byOperator[service.operator], finding, service);
    if (finding.hasFibre) continue;
    row.withoutFibre.hamlets++;
    row.withoutFibre.people += finding.people;
    row.withoutFibre.households += finding.households;
  }
  for (const site of pack.sites) {
    if (!codes.has(site.communeCode)) continue;
    row.sites++;
    if (isShared(site)) row.sharedSites++;
  }
  for (const count of [row.any, ...Object.values(row.byOperator)]) {
    const known = row.people - count.peopleUnknown;
    count.unservedShare = known > 0 && count.peopleUnserved !== null ? count.peopleUnserved / known : null;
  }
  return row;
};

/** Sums by province, district, commune, pilot commune and area of interest, each in the pack's order. */
export const sumAreas = (pack: PackTables, hamlets: readonly HamletFinding[]): Rows => {
  const communes = pack.communes.features.map((feature) => feature.properties);
  const sum = (naming: Naming, codes: Iterable<string>) => sumArea(naming, new Set(codes), pack, hamlets);
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
    districts: pack.districts.features
      .filter(({ properties: { code } }) => isDistrictCode(code))
      .map(({ properties: { code, name } }) =>
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
