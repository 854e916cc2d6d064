import type { Translation } from '../../texts.ts';
import type { common as vietnamese } from '../../vi/screen/common.ts';

export const common: Translation<typeof vietnamese> = {
  any: 'Any operator',
  close: 'Close',
  source: 'Source',
  licence: 'Licence',
  more: 'Show {{count}} more',
  previous: 'Previous page',
  next: 'Next page',
  page: 'Page {{page}} of {{pages}}',
  range: '{{low}} – {{high}}',
  low: 'low',
  high: 'high',
  operator: 'Operator',
  district: 'District',
  commune: 'Commune',
  people: 'People',
  hamlets: 'Hamlets',
};
