import type { Feature, FeatureCollection, LineString, Point, Position } from 'geojson';
import type { FibreFinding, FibreHamlet } from '../../fibre/fibre-types.ts';
import { type CsvCell, writeCsv } from '../../files/office/csv.ts';
import type { ReportTexts } from '../../i18n/load.ts';
import type { Translator } from '../../i18n/translator.ts';
import type { Range } from '../../model/facts.ts';
import { type Hamlet, peopleOf } from '../../model/hamlet.ts';
import type { Pack } from '../../model/pack.ts';
import type { LonLat } from '../../model/place.ts';

type Texts = Translator<ReportTexts>;
type ColumnId = keyof ReportTexts['fibre']['column'];
type Row = Record<ColumnId, CsvCell>;

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
const km = (value: number): number => rounded(value, 3);
const ends = ({ low, central, high }: Range): number[] => [low, central, high].map(Math.round);
const positionOf = ([lon, lat]: LonLat): Position => [rounded(lon, 6), rounded(lat, 6)];

/** What stands of a hamlet whether the tree reaches it or not. */
const ofHamlet = (
  {
    id,
    name,
    communeCode,
    position,
    homes,
    people,
  }: Pick<FibreHamlet, 'id' | 'name' | 'communeCode' | 'position' | 'homes' | 'people'>,
  communes: ReadonlyMap<string, string>,
) => {
  const [lon, lat] = positionOf(position);
  return {
    hamlet_id: id,
    hamlet: name,
    commune_code: communeCode,
    commune: communes.get(communeCode) ?? null,
    lon,
    lat,
    homes,
    people,
  };
};

const nothing = {
  order: null,
  share_km: null,
  share_low_vnd: null,
  share_central_vnd: null,
  share_high_vnd: null,
  added_km: null,
  added_central_vnd: null,
  cable_km: null,
  lit_node: null,
  sight: null,
  wireless_site: null,
  wireless_km: null,
  people_in_sight_share: null,
  wireless_low_vnd: null,
  wireless_central_vnd: null,
  wireless_high_vnd: null,
  wireless_cheaper: null,
  unreached: null,
};

const rowsOf = (finding: FibreFinding, pack: Pack, { t }: Texts): Row[] => {
  const communes = new Map(pack.communes.features.map(({ properties: { code, name } }) => [code, name]));
  const byRadio = new Set(finding.wireless.branches.flatMap(({ hamletIds }) => hamletIds));
  const poorHomes = (count: number | null | undefined): CsvCell => count ?? t('value.unknown');
  const reached = finding.hamlets.map((hamlet): Row => {
    const { share, added, wireless } = hamlet;
    const [shareLow, shareCentral, shareHigh] = ends(share.costVnd);
    const [wirelessLow, wirelessCentral, wirelessHigh] = wireless.costVnd ? ends(wireless.costVnd) : [null, null, null];
    return {
      ...nothing,
      order: hamlet.order,
      ...ofHamlet(hamlet, communes),
      poor_homes: poorHomes(hamlet.poorHomes),
      share_km: km(share.km),
      share_low_vnd: shareLow,
      share_central_vnd: shareCentral,
      share_high_vnd: shareHigh,
      added_km: km(added.km),
      added_central_vnd: Math.round(added.costVnd.central),
      cable_km: km(hamlet.distanceKm),
      lit_node: hamlet.litId,
      sight: t(`fibre.sight.${wireless.sight}`),
      wireless_site: wireless.siteId,
      wireless_km: wireless.distanceKm === null ? null : km(wireless.distanceKm),
      people_in_sight_share: wireless.peopleInSight === null ? t('value.unknown') : rounded(wireless.peopleInSight, 4),
      wireless_low_vnd: wirelessLow,
      wireless_central_vnd: wirelessCentral,
      wireless_high_vnd: wirelessHigh,
      wireless_cheaper:
        wireless.sight === 'unknown' ? t('value.unknown') : byRadio.has(hamlet.id) ? t('value.yes') : t('value.no'),
    };
  });
  const hamletOf = new Map(pack.hamlets.map((hamlet): [string, Hamlet] => [hamlet.id, hamlet]));
  const unreached = finding.unreached.map(({ hamletId, reason }): Row => {
    const hamlet = hamletOf.get(hamletId)!;
    const { centre, households } = hamlet;
    return {
      ...nothing,
      ...ofHamlet({ ...hamlet, position: centre, homes: households, people: peopleOf(hamlet) }, communes),
      poor_homes: poorHomes(finding.question.poorHomes[hamletId]),
      unreached: t(`fibre.unreached.${reason}`),
    };
  });
  return [...reached, ...unreached];
};

const columns: readonly ColumnId[] = [
  'order',
  'hamlet_id',
  'hamlet',
  'commune_code',
  'commune',
  'lon',
  'lat',
  'homes',
  'people',
  'poor_homes',
  'share_km',
  'share_low_vnd',
  'share_central_vnd',
  'share_high_vnd',
  'added_km',
  'added_central_vnd',
  'cable_km',
  'lit_node',
  'sight',
  'wireless_site',
  'wireless_km',
  'people_in_sight_share',
  'wireless_low_vnd',
  'wireless_central_vnd',
  'wireless_high_vnd',
  'wireless_cheaper',
  'unreached',
];

/** The hamlets in building order, one row each, then those that can't be reached; heads in the language of the texts. */
export const writeFibreCsv = (finding: FibreFinding, pack: Pack, texts: Texts): Uint8Array =>
  writeCsv(
    columns.map((column) => texts.t(`fibre.column.${column}`)),
    rowsOf(finding, pack, texts).map((row) => columns.map((column) => row[column])),
  );

/** The segments as lines and the hamlets as points, for a GIS; properties by their stable names. */
export const writeFibreGeoJson = (finding: FibreFinding, pack: Pack, texts: Texts): Uint8Array => {
  const lines = finding.segments.map((segment): Feature<LineString> => {
    const [low, central, high] = ends(segment.costVnd);
    return {
      type: 'Feature',
      id: segment.id,
      geometry: { type: 'LineString', coordinates: segment.line.map(positionOf) },
      properties: {
        id: segment.id,
        hangs_on: segment.parent,
        lit_node: segment.litId,
        hamlet_id: segment.hamletId,
        kind: segment.kind,
        way: segment.way,
        km: km(segment.km),
        water_km: km(segment.waterKm),
        forest_km: km(segment.forestKm),
        unknown_km: km(segment.unknownKm),
        low_vnd: low,
        central_vnd: central,
        high_vnd: high,
        homes_behind: segment.homesBehind,
      },
    };
  });
  const points = rowsOf(finding, pack, texts).map(
    ({ lon, lat, ...properties }): Feature<Point> => ({
      type: 'Feature',
      id: String(properties.hamlet_id),
      geometry: { type: 'Point', coordinates: [Number(lon), Number(lat)] },
      properties,
    }),
  );
  const collection: FeatureCollection<LineString | Point> = {
    type: 'FeatureCollection',
    features: [...lines, ...points],
  };
  return new TextEncoder().encode(`${JSON.stringify(collection)}\n`);
};
