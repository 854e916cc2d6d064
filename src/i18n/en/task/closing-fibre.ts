import type { Translation } from '../../texts.ts';
import type { fibre as vietnamese } from '../../vi/task/closing-fibre.ts';

export const fibre: Translation<typeof vietnamese> = {
  about:
    'The cheapest cable from lit nodes to hamlets without fibre, along roads or over open country, with a lower bound that tells how much cheaper it could be.',
  start: 'Find the cheapest cable',
  build: 'How cable is laid',
  builds: { aerial: 'Aerial cable', buried: 'Buried cable', cheapest: 'The cheaper on each stretch' },
  order: 'Build first where there are most',
  orders: { homes: 'homes', people: 'people' },
  lead: '{{hamlets}} hamlets are joined by {{km}} km of cable, for {{cost}} bn VND ({{range}}).',
  proof: 'No tree costs less than {{bound}} bn VND: gap {{gap}}.',
  aerial: 'Aerial cable (km)',
  buried: 'Buried cable (km)',
  roads: 'Of these along roads (km)',
  homes: 'Homes',
  homesCost: 'Into every home (bn VND)',
  radioHamlets: 'Hamlets that fixed wireless serves for less',
  mixed: 'Cable and radio together (bn VND)',
  against: 'cable alone: {{cost}}',
  unreached: 'Hamlets that can’t be joined',
  table: 'Hamlets in building order',
  tableNote: 'Cable that is added in its turn, and each hamlet’s part of the cost of what it shares (bn VND).',
  hamlet: 'Hamlet',
  homesHead: 'Homes',
  km: 'km added',
  byRadio: 'fixed wireless costs less',
  unreachedBy: {
    'outside-terrain': 'Cable can’t reach it: outside the terrain of the pack.',
    'no-way': 'Cable can’t reach it: no way leads to a lit node.',
  },
};
