import type { Translation } from '../../texts.ts';
import type { gaps as vietnamese } from '../../vi/screen/gaps.ts';

export const gaps: Translation<typeof vietnamese> = {
  title: 'Coverage gaps',
  filters: 'Filters',
  status: '{{technology}} status',
  fibreOnly: 'Only hamlets without fibre',
  clear: 'Clear filters',
  matching: '{{hamlets}} hamlets, {{people}} people',
  byDistrict: 'By district',
  byCommune: 'By commune in {{district}}',
  hamletList: 'List of hamlets',
  area: 'Area',
  empty: 'No hamlet matches the filters.',
  allDistricts: 'Whole province',
  allCommunes: 'All communes',
  sortedBy: 'Most people without {{technology}} first.',
  unservedPeople: '{{value}} people without {{technology}}',
  noFibre: 'without fibre',
};
