import type { Translation } from '../../texts.ts';
import type { term as vietnamese } from '../../vi/report/term.ts';

export const term: Translation<typeof vietnamese> = {
  name: {
    served: 'Served with {{technology}}',
    hole: '{{technology}} signal hole',
    none: 'No {{technology}} signal',
    unknown: 'Unknown',
    rsrp: '{{level}}',
    certainty: 'Certainty',
    fibre: 'Without fibre',
    site: 'Site',
    d1: 'Sharing rate D1',
    d2: 'Sharing rate D2',
    merge: 'Merge',
    money: 'Saving',
    spread: 'P10, P50, P90',
    proposal: 'Advice on a proposed mast',
  },
  level: {
    RSRP: 'Power received of the reference signal on one resource element',
    RSCP: 'Power received of the pilot channel',
    RxLev: 'Power received of the BCCH carrier',
  },
  meaning: {
    served:
      'The centre of the hamlet (its cultural house) and every cluster of homes have {{technology}} {{level}} of {{threshold}} dBm or more from at least one operator, outdoors, receiver at {{height}} m, at {{percent}}% of locations.',
    hole: 'The centre reaches the threshold of {{technology}}, at least one cluster does not.',
    none: 'The centre does not reach the threshold of {{technology}} from any operator. Its homes may: people are counted by their own cluster.',
    unknown:
      'The centre or a cluster lies where the pack has no terrain to compute from; it counts neither as served nor as without {{technology}}. Shares are of the people of whom it is known.',
    rsrp: '{{levelMeaning}}, in dBm; in lists it is the level at the centre of the hamlet from its strongest operator.',
    certainty:
      'Levels vary from place to place around the value calculated. Certain: the statement holds with a probability of 95% or more; likely: 75% or more; otherwise doubtful.',
    fibre: 'The data pack has no fibre to the hamlet.',
    site: 'One place with a mast or a structure on a roof that carries one to four operators.',
    d1: 'Sites with two operators or more divided by all sites. Today {{sharedSites}} ÷ {{sites}} = {{d1}}.',
    d2: 'Tenancies on shared sites divided by all tenancies. Today {{sharedTenancies}} ÷ {{tenancies}} = {{d2}}.',
    merge:
      'Every operator of one mast moves to another mast at most {{urban}} m away in urban communes and {{rural}} m in rural ones, at most {{tenants}} operators a mast, and the old mast comes down. It is chosen only where {{technology}} service, calculated anew from the host, is lost at no hamlet and no cluster.',
    money:
      'Present value over the horizon, low, central and high. Consolidating standing masts and avoiding new ones are two cases and are never added up. Rent only changes hands between operators and is no saving.',
    spread:
      'All parameters are drawn at once {{draws}} times, each apart from the others from the triangle over its low, central and high, the same for every mast. A tenth of the draws lie below P10, half below P50, nine tenths below P90. The same seed gives the same figures.',
    proposal:
      'Share: a standing mast within the limit of distance has room, and everybody whom the new one would newly serve with {{technology}} is served from there as well. Build: somebody is newly served and there is no such mast. No gain in coverage seen: nobody is newly served; capacity is not part of the calculation. Cost is mast, upkeep and auxiliary power, without radio equipment and rent.',
  },
};
