import type { Translation } from '../../texts.ts';
import type { field as vietnamese } from '../../vi/shared/field.ts';

export const field: Translation<typeof vietnamese> = {
  lon: 'Longitude, or easting',
  lat: 'Latitude, or northing',
  position: 'Coordinates in one column',
  id: 'Id',
  name: 'Name',
  operator: 'Operator',
  technology: 'Technology',
  height: 'Height of mast (m)',
  structure: 'Structure',
  owner: 'Owner',
  communeCode: 'Commune code (GSO)',
  people: 'People',
  households: 'Households',
  hasFibre: 'Has fibre',
  kind: 'Kind',
  from: 'From node',
  to: 'To node',
  mcc: 'MCC',
  mnc: 'MNC',
  area: 'LAC, TAC',
  cell: 'Cell id',
  samples: 'Samples',
  rsrp: 'RSRP (dBm)',
};
