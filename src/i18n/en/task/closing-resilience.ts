import type { Translation } from '../../texts.ts';
import type { resilience as vietnamese } from '../../vi/task/closing-resilience.ts';

export const resilience: Translation<typeof vietnamese> = {
  about:
    'Who loses service when a site fails or a commune loses its grid, and the cheapest way not to hang by one site.',
  start: 'Try the loss of each site',
  bySites: 'How many {{technology}} sites serve',
  lead: '{{people}} people ({{share}}) and the centres of {{hamlets}} hamlets hang by one site.',
  sitesHead: 'Sites',
  peopleHead: 'People',
  hamletsHead: 'Hamlets (centre)',
  noSite: 'No site',
  sites_one: '{{count}} site',
  sites_other: '{{count}} sites',
  sitesOrMore_one: '{{count}} site or more',
  sitesOrMore_other: '{{count}} sites or more',
  battery: 'Batteries of a site last {{hours}} hours; after that every site of a commune without its grid is off.',
  failures: 'Failures that cut off most people',
  kind: { site: 'One site', backhaul: 'Backhaul', grid: 'A commune’s grid' },
  kindHead: { site: 'Site', backhaul: 'Hangs on', grid: 'Commune' },
  cutPeople: 'People',
  cutHamlets: 'Hamlets',
  cutPartly: 'In part',
  fallen_one: '{{count}} site falls',
  fallen_other: '{{count}} sites fall',
  hanging_one: '{{count}} hamlet hangs by one site',
  hanging_other: '{{count}} hamlets hang by one site',
  hangingLabel: 'Hamlets that hang by one site',
  hangsOn: 'Hangs by {{site}} alone',
  homesHang: 'Some homes hang by one site',
  secondAt: '{{site}}, {{km}} km away',
  secondCost: '{{cost}} bn VND ({{range}})',
};
