import type { Translation } from '../../texts.ts';
import type { capacity as vietnamese } from '../../vi/report/capacity.ts';

export const capacity: Translation<typeof vietnamese> = {
  column: {
    hamlet_id: 'Hamlet id',
    hamlet: 'Hamlet',
    commune_code: 'Commune code',
    commune: 'Commune',
    lon: 'Longitude',
    lat: 'Latitude',
    people: 'People',
    operator: 'Operator',
    best_operator: 'Best operator at the centre',
    cell_id: 'Cell',
    rsrp_dbm: 'Level (dBm)',
    rsrq_db: 'RSRQ (dB)',
    sinr_db: 'SINR (dB)',
    down_mbps: 'Downlink outdoors (Mbit/s)',
    up_mbps: 'Uplink outdoors (Mbit/s)',
    indoor_down_mbps: 'Downlink indoors (Mbit/s)',
    people_5: 'People with at least 5 Mbit/s',
    people_25: 'People with at least 25 Mbit/s',
    people_100: 'People with at least 100 Mbit/s',
    site_id: 'Site',
    band: 'Band',
    bandwidth_mhz: 'Width (MHz)',
    people_served: 'People served',
    demand_mbps: 'Demand in the busy hour (Mbit/s)',
    capacity_mbps: 'What it carries (Mbit/s)',
    load: 'Load (demand by capacity)',
    carriers: 'Carriers needed',
  },
  note: {
    'technology-absent': 'None of the operators asked about has the technology in this pack.',
    'no-second-cell': 'Nowhere does a second cell of the band arrive: SINR is signal by noise alone here.',
    overflows: 'Some cells overflow in the busy hour: rates are those of a device that has the whole cell.',
    'edge-is-quiet':
      'Only people of the area asked about make load: cells at its edge are quieter than they are, and rates there are hopeful.',
    'demand-assumed': 'Traffic a person is a common estimate of the table of parameters, not a measurement.',
  },
};
