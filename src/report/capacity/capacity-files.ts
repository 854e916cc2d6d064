import { type CapacityFinding, rateSteps } from '../../capacity/capacity-types.ts';
import { type CsvCell, writeCsv } from '../../files/office/csv.ts';
import type { ReportTexts } from '../../i18n/load.ts';
import type { Pack } from '../../model/pack.ts';
import type { Texts } from '../report-input.ts';

type ColumnId = keyof ReportTexts['capacity']['column'];

const hamletColumns = [
  'hamlet_id',
  'hamlet',
  'commune_code',
  'commune',
  'lon',
  'lat',
  'people',
  'best_operator',
  'cell_id',
  'rsrp_dbm',
  'rsrq_db',
  'sinr_db',
  'down_mbps',
  'up_mbps',
  'indoor_down_mbps',
  'people_5',
  'people_25',
  'people_100',
] as const satisfies readonly ColumnId[];

const cellColumns = [
  'cell_id',
  'site_id',
  'operator',
  'band',
  'bandwidth_mhz',
  'people_served',
  'demand_mbps',
  'capacity_mbps',
  'load',
  'carriers',
] as const satisfies readonly ColumnId[];

const headed = (columns: readonly ColumnId[], { t }: Texts, rows: readonly Partial<Record<ColumnId, CsvCell>>[]) =>
  writeCsv(
    columns.map((column) => t(`capacity.column.${column}`)),
    rows.map((row) => columns.map((column) => row[column] ?? null)),
  );

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/** A row a hamlet: what its centre gets of its best operator, and its people by rate. */
export const writeRatesCsv = ({ hamlets }: CapacityFinding, pack: Pack, texts: Texts): Uint8Array => {
  const communes = new Map(pack.communes.features.map(({ properties: { code, name } }) => [code, name]));
  return headed(
    hamletColumns,
    texts,
    hamlets.map((hamlet) => ({
      hamlet_id: hamlet.hamletId,
      hamlet: hamlet.name,
      commune_code: hamlet.communeCode,
      commune: communes.get(hamlet.communeCode) ?? null,
      lon: rounded(hamlet.position[0], 6),
      lat: rounded(hamlet.position[1], 6),
      people: hamlet.people,
      best_operator: hamlet.operator,
      cell_id: hamlet.cellId,
      rsrp_dbm: hamlet.rsrpDbm,
      rsrq_db: hamlet.rsrqDb,
      sinr_db: hamlet.sinrDb,
      down_mbps: hamlet.downMbps,
      up_mbps: hamlet.upMbps,
      indoor_down_mbps: hamlet.indoorDownMbps,
      ...Object.fromEntries(rateSteps.map((step, i) => [`people_${step}`, hamlet.peopleByRate[i]])),
    })),
  );
};

/** A row a cell that serves somebody, fullest first. */
export const writeCellsCsv = ({ loads, cells }: CapacityFinding, texts: Texts): Uint8Array =>
  headed(
    cellColumns,
    texts,
    loads.map(({ cell, people, demandMbps, capacityMbps, load, carriers }) => {
      const { id, siteId, operator, band, bandwidthMHz } = cells[cell];
      return {
        cell_id: id,
        site_id: siteId,
        operator,
        band,
        bandwidth_mhz: bandwidthMHz,
        people_served: Math.round(people),
        demand_mbps: rounded(demandMbps, 3),
        capacity_mbps: rounded(capacityMbps, 1),
        load: rounded(load, 4),
        carriers,
      };
    }),
  );
