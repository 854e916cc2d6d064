import type { Translation } from '../../texts.ts';
import type { promise as vietnamese } from '../../vi/shared/promise.ts';

export const promise: Translation<typeof vietnamese> = {
  name: {
    'signal-for-all': '4G for 100 % of people',
    'fibre-in-hamlets': 'Fibre in 94 % of hamlets',
    sharing: 'Sharing of sites raised from 9 % to the national average of 15 %',
    'five-g': '5G by MobiFone and VinaPhone',
    'postal-points': '225 postal service points',
    'local-radio': 'No commune without local radio',
    'poor-homes': 'Fixed broadband for poor homes (universal service 2021–2025)',
    'it-zone': 'The Yên Bình concentrated IT zone of 200 ha',
  },
  definition: {
    'signal-for-all': 'Share of people whose own homes at least one operator reaches with 4G',
    'fibre-in-hamlets': 'Share of hamlets that have fibre',
    sharing: 'Definition D1: share of sites that carry two operators or more',
    'five-g': "How many of the two have 5G cells in the study's network",
    'postal-points': 'Postal service points in the pack',
    'local-radio': 'Communes without a local radio station',
    'poor-homes': 'Poor homes given fixed broadband',
    'it-zone': 'Area that has telecom infrastructure',
  },
  needs: {
    'run-of-4g': 'a run with 4G: this study is about another technology',
    network: 'data of the network: the pack has no 4G station, or no hamlet has terrain to compute from',
    people: 'a list of hamlets with their people',
    'postal-points': 'a list of postal service points',
    'local-radio': 'a list of local radio stations by commune',
    'poor-homes': 'a list of poor homes by hamlet, with and without fixed broadband',
    'it-zone':
      "the zone's boundary and a list of what is built there; signal in its communes stands in the table of areas of interest",
  },
  after: { sharing: 'the sharing plan', rollout: 'the plan for signal and fibre', none: 'none planned' },
  reported: '{{value}} ({{date}})',
  reportedHamlets: '{{value}} hamlets without mobile broadband ({{date}})',
  nothingMissing: 'nothing',
  nonePlanned: 'none planned',
};
