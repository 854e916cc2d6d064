import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import { writeCsv } from '../../files/office/csv.ts';
import type { Pack, PackIdentity } from '../../model/pack.ts';
import type { RolloutFinding } from '../../rollout/rollout-types.ts';
import type { Texts } from '../report-input.ts';
import {
  hamletColumns,
  hamletRows,
  optionColumns,
  optionRow,
  type RolloutColumn,
  type RolloutRow,
} from './rollout-rows.ts';

const headed = (columns: readonly RolloutColumn[], { t }: Texts, rows: readonly RolloutRow[]): Uint8Array =>
  writeCsv(
    columns.map((column) => t(`rollout.column.${column}`)),
    rows.map((row) => columns.map((column) => row[column] ?? null)),
  );

/** What is built, a row each, in building order; heads in the language of the texts. */
export const writeRolloutCsv = ({ plan }: RolloutFinding, texts: Texts): Uint8Array =>
  headed(
    optionColumns,
    texts,
    plan.map((option) => optionRow(option, texts)),
  );

/** Every hamlet that lacks service somewhere, a row each: what serves it, or why nothing does. */
export const writeRemediesCsv = (finding: RolloutFinding, pack: Pack, texts: Texts): Uint8Array =>
  headed(hamletColumns, texts, hamletRows(finding, pack, texts));

/** The plan with all that it was chosen from; of what is not built no more than where it would stand and what it would do. */
export const writeRolloutJson = (finding: RolloutFinding, pack: PackIdentity): string => {
  const options = finding.options.map(({ id, kind, operator, site, serves, people, costVnd }) => {
    return { id, kind, operator, position: site.position, heightM: site.heightM, serves, people, costVnd };
  });
  return `${JSON.stringify({ pack, ...finding, options }, null, 1)}\n`;
};

/** What is built, the hops that feed it and the hamlets, for a GIS; properties by their stable names. */
export const writeRolloutGeoJson = (finding: RolloutFinding, pack: Pack, texts: Texts): Uint8Array => {
  const point = (
    id: string,
    { lon, lat, ...properties }: RolloutRow & { lon: number; lat: number },
  ): Feature<Point> => ({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties,
  });
  const options = finding.plan.map((option) => point(option.id, optionRow(option, texts)));
  const places = new Map(
    [...pack.sites, ...finding.plan.map(({ site }) => site)].map(({ id, position }) => [id, position]),
  );
  const hops = finding.plan.flatMap(({ id, backhaul }) =>
    backhaul.hops.map(
      ({ fromId, toId, km, bandGHz }, h): Feature<LineString> => ({
        type: 'Feature',
        id: `${id}/${h + 1}`,
        geometry: { type: 'LineString', coordinates: [fromId, toId].map((end) => [...places.get(end)!]) },
        properties: { option_id: id, from: fromId, to: toId, km: Number(km.toFixed(3)), band_ghz: bandGHz },
      }),
    ),
  );
  const hamlets = hamletRows(finding, pack, texts).map((row) => point(row.hamlet_id, row));
  const collection: FeatureCollection<Point | LineString> = {
    type: 'FeatureCollection',
    features: [...options, ...hops, ...hamlets],
  };
  return new TextEncoder().encode(`${JSON.stringify(collection)}\n`);
};
