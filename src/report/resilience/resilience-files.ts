import type { Feature, FeatureCollection, Point, Position } from 'geojson';
import { type CsvCell, writeCsv } from '../../files/office/csv.ts';
import { statusInFiles } from '../../findings/file-names.ts';
import type { ReportTexts } from '../../i18n/load.ts';
import type { Pack } from '../../model/pack.ts';
import type { LonLat } from '../../model/place.ts';
import type { HamletThreads, ResilienceFinding } from '../../resilience/resilience-types.ts';
import type { Texts } from '../report-input.ts';

type ColumnId = keyof ReportTexts['resilience']['column'];

const positionOf = ([lon, lat]: LonLat): Position => [Number(lon.toFixed(6)), Number(lat.toFixed(6))];

const failureColumns = [
  'rank',
  'failure',
  'failure_id',
  'failure_name',
  'failed_sites',
  'people_cut_off',
  'hamlets_cut_off',
  'hamlets_partly',
] as const satisfies readonly ColumnId[];

const hamletColumns = [
  'hamlet_id',
  'hamlet',
  'commune_code',
  'commune',
  'lon',
  'lat',
  'people',
  'status',
  'sites',
  'or_more',
  'hangs_on',
  'people_on_one_site',
  'second',
  'second_operator',
  'second_site',
  'second_km',
  'second_low_vnd',
  'second_central_vnd',
  'second_high_vnd',
] as const satisfies readonly ColumnId[];

const headed = (
  columns: readonly ColumnId[],
  { t, asked }: Texts,
  rows: readonly Partial<Record<ColumnId, CsvCell>>[],
) =>
  writeCsv(
    columns.map((column) => t(`resilience.column.${column}`, asked)),
    rows.map((row) => columns.map((column) => row[column] ?? null)),
  );

/** Every failure that takes something, a row each, worst first within its kind. */
export const writeFailuresCsv = ({ failures }: ResilienceFinding, texts: Texts): Uint8Array => {
  const first = new Map<string, number>();
  failures.forEach(({ kind }, i) => {
    if (!first.has(kind)) first.set(kind, i);
  });
  return headed(
    failureColumns,
    texts,
    failures.map(({ kind, id, name, sites, people, hamletIds, partHamletIds }, i) => ({
      rank: i - first.get(kind)! + 1,
      failure: texts.t(`resilience.kind.${kind}`),
      failure_id: id,
      failure_name: name,
      failed_sites: sites,
      people_cut_off: people,
      hamlets_cut_off: hamletIds.length,
      hamlets_partly: partHamletIds.length,
    })),
  );
};

const hamletRow = (hamlet: HamletThreads, communes: ReadonlyMap<string, string>, { t }: Texts) => {
  const { second } = hamlet;
  const [lon, lat] = positionOf(hamlet.position);
  return {
    hamlet_id: hamlet.hamletId,
    hamlet: hamlet.name,
    commune_code: hamlet.communeCode,
    commune: communes.get(hamlet.communeCode) ?? null,
    lon,
    lat,
    people: hamlet.people,
    status: statusInFiles[hamlet.status],
    sites: hamlet.sites,
    or_more: t(hamlet.isAtLeast ? 'value.yes' : 'value.no'),
    hangs_on: hamlet.hangsOn,
    people_on_one_site: hamlet.peopleOnOneSite,
    second: second && t(`resilience.means.${second.means}`),
    second_operator: second?.operator ?? null,
    second_site: second?.siteId ?? null,
    second_km: second?.distanceKm ? Number(second.distanceKm.toFixed(3)) : null,
    second_low_vnd: second?.costVnd.low ?? null,
    second_central_vnd: second?.costVnd.central ?? null,
    second_high_vnd: second?.costVnd.high ?? null,
  } satisfies Partial<Record<ColumnId, CsvCell>>;
};

const communeNames = ({ communes }: Pack): Map<string, string> =>
  new Map(communes.features.map(({ properties: { code, name } }) => [code, name]));

/** Every hamlet by the sites that hold it, a row each; heads in the language of the texts. */
export const writeThreadsCsv = ({ hamlets }: ResilienceFinding, pack: Pack, texts: Texts): Uint8Array => {
  const communes = communeNames(pack);
  return headed(
    hamletColumns,
    texts,
    hamlets.map((hamlet) => hamletRow(hamlet, communes, texts)),
  );
};

/** Hamlets and the sites whose loss takes something, as points for a GIS; properties by their stable names. */
export const writeResilienceGeoJson = (finding: ResilienceFinding, pack: Pack, texts: Texts): Uint8Array => {
  const communes = communeNames(pack);
  const hamlets = finding.hamlets.map((hamlet): Feature<Point> => {
    const { lon, lat, ...properties } = hamletRow(hamlet, communes, texts);
    const geometry: Point = { type: 'Point', coordinates: [lon, lat] };
    return { type: 'Feature', id: hamlet.hamletId, geometry, properties };
  });
  const siteOf = new Map(pack.sites.map((site) => [site.id, site]));
  const sites = finding.failures.flatMap(({ kind, id, people, hamletIds, partHamletIds }): Feature<Point>[] => {
    const site = kind === 'site' ? siteOf.get(id) : undefined;
    if (!site) return [];
    return [
      {
        type: 'Feature',
        id,
        geometry: { type: 'Point', coordinates: positionOf(site.position) },
        properties: {
          site_id: id,
          people_cut_off: people,
          hamlets_cut_off: hamletIds.join(' '),
          hamlets_partly: partHamletIds.join(' '),
        },
      },
    ];
  });
  const collection: FeatureCollection<Point> = { type: 'FeatureCollection', features: [...sites, ...hamlets] };
  return new TextEncoder().encode(`${JSON.stringify(collection)}\n`);
};
