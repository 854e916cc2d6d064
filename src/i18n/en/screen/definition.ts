import type { Translation } from '../../texts.ts';
import type { definition as vietnamese } from '../../vi/screen/definition.ts';

export const definition: Translation<typeof vietnamese> = {
  served: 'Served with {{technology}}',
  servedText:
    'The hamlet’s centre (its cultural house) and every cluster of homes have {{technology}} {{level}} ≥ {{threshold}} dBm, outdoors, receiver {{height}} m above ground, at {{percent}} % of locations.',
  hole: '{{technology}} hole',
  holeText: 'The hamlet’s centre reaches the threshold of {{technology}}, at least one cluster does not.',
  none: 'No {{technology}} signal',
  noneText:
    'The hamlet’s centre is below the threshold of {{technology}} for every operator (or for the one filtered by). Its homes may be above: people are counted by their own cluster.',
  d1: 'Sharing rate D1',
  d1Formula: 'D1 = sites with two operators or more ÷ all sites',
  d1Text: 'Today {{shared}} ÷ {{sites}} = {{rate}}.',
  d2: 'Sharing rate D2',
  d2Formula: 'D2 = tenancies on shared sites ÷ all tenancies',
  d2Text: 'Today {{shared}} ÷ {{sites}} = {{rate}}.',
  certainty: 'Certainty',
  certaintyText:
    'Signal varies from place to place around the computed value. Certain: the verdict holds with a probability of 95 % or more; likely: 75 % or more; otherwise doubtful.',
  fibre: 'Without fibre',
  fibreText: 'The pack records no fibre to the hamlet.',
};
