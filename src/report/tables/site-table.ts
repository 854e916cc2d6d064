import { isShared, type Site } from '../../model/site.ts';
import type { ReportContext } from '../report-input.ts';
import { operatorNames } from './hamlet-tables.ts';
import { columnsOf, ifDistricts, type ReportTable, tableOf } from './report-table.ts';

/** Every site, and what the sharing plan does with it. */
export const sitesTable = (input: ReportContext): ReportTable => {
  const { findings, places, texts } = input;
  const { t } = texts;
  const communes = new Map(places.communes.features.map(({ properties }) => [properties.code, properties]));
  const hosts = new Set(findings.sharing.chosen.map(({ hostId }) => hostId));
  const moved = new Set(findings.sharing.chosen.map(({ donorId }) => donorId));
  const nameOf = operatorNames(input);
  const roleOf = ({ id }: Site): string | null =>
    hosts.has(id) ? t('value.inPlan.host') : moved.has(id) ? t('value.inPlan.moved') : null;
  const column = columnsOf<Site>(texts);
  return tableOf(
    'sites',
    texts,
    [
      column('id', 'text', 17, (site) => site.id),
      ...ifDistricts(
        findings,
        column('district', 'text', 38, (site) => communes.get(site.communeCode)?.districtName ?? null),
      ),
      column('commune', 'text', 25, (site) => communes.get(site.communeCode)?.name ?? site.communeCode),
      column('lon', 'position', 18, (site) => site.position[0], 'degree'),
      column('lat', 'position', 16, (site) => site.position[1], 'degree'),
      column('structure', 'text', 25, (site) => t(`value.structure.${site.structure}`)),
      column('height', 'decimal1', 14, (site) => site.heightM, 'metre'),
      column('owner', 'text', 22, (site) => nameOf(site.owner)),
      column('tenants', 'count', 13, (site) => site.tenants.length),
      column('operators', 'text', 38, (site) => site.tenants.map(({ operator }) => nameOf(operator)).join(', ')),
      column('shared', 'yesNo', 13, isShared),
      column('inPlan', 'text', 17, roleOf),
    ],
    places.sites,
  );
};
