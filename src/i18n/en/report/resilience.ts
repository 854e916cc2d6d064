import type { Translation } from '../../texts.ts';
import type { resilience as vietnamese } from '../../vi/report/resilience.ts';

export const resilience: Translation<typeof vietnamese> = {
  column: {
    rank: 'Rank',
    failure: 'Failure',
    failure_id: 'Id',
    failure_name: 'Name',
    failed_sites: 'Sites that fall',
    people_cut_off: 'People cut off from {{technology}}',
    hamlets_cut_off: 'Hamlets whose centre is cut off from {{technology}}',
    hamlets_partly: 'Hamlets cut off from {{technology}} in part',
    hamlet_id: 'Hamlet id',
    hamlet: 'Hamlet',
    commune_code: 'Commune code',
    commune: 'Commune',
    lon: 'Longitude',
    lat: 'Latitude',
    people: 'People',
    status: '{{technology}} status',
    sites: 'Sites that serve it with {{technology}}',
    or_more: 'Perhaps more',
    hangs_on: '{{technology}} lost if this site fails',
    people_on_one_site: 'People with one {{technology}} site only',
    second: 'Cheapest second thread',
    second_operator: 'Operator of the second thread',
    second_site: 'Site of the second thread',
    second_km: 'Distance of that site (km)',
    second_low_vnd: 'Second thread, low (VND)',
    second_central_vnd: 'Second thread, central (VND)',
    second_high_vnd: 'Second thread, high (VND)',
  },
  kind: { site: 'one site', backhaul: 'one backhaul chain', grid: 'the grid of a commune' },
  means: {
    'cell-on-own-site': "a cell on a standing site of the operator's",
    tenancy: 'a tenancy on a standing mast',
    'new-mast': 'a new mast',
  },
  note: {
    'backhaul-unknown':
      'The pack does not tell which site is fed through which: failures of backhaul are not looked at.',
    'backhaul-partly': 'Backhaul is known of some sites only: other chains are not looked at.',
    'own-power-unknown':
      'The pack does not tell which sites have power of their own: once batteries are empty, every site of the commune counts as off.',
  },
};
