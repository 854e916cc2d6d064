import type { Translation } from '../../texts.ts';
import type { overview as vietnamese } from '../../vi/screen/overview.ts';

export const overview: Translation<typeof vietnamese> = {
  percentile: 'P{{n}}',
  title: 'Overview',
  definitions: 'What do these figures mean?',
  layers: 'Data layers and where they come from',
  layersHint: 'Switch layers on the map; the kind of source stands beside each name.',
  promises: 'Targets: promises and where they stand',
  promisesHint: "The article's promises beside this study's figures; the pack's network is that of 2020, not today's.",
  pilots: 'The pilot communes, hamlet by hamlet',
  due: 'due {{date}}',
  needs: "Can't be told yet: it takes {{list}}.",
  after: 'After the plan',
  reported: 'Official figures since: {{figures}}',
  lacks: { signal: 'lacks {{technology}}', fibre: 'lacks fibre' },
  means: {
    'cell-on-own-site': 'a cell on a standing mast',
    tenancy: "a tenancy on another's mast",
    'new-mast': 'a new mast',
    fibre: 'fibre',
    wireless: 'radio instead of fibre',
    none: 'nothing within the rules',
  },
  lackNothing: '{{hamlets}} hamlets lack nothing.',
  targets: 'Figures the article states',
  targetsHint: 'What the article states, beside what this study finds.',
  stated: 'Stated',
  found: 'Found',
  basis: { computed: 'computed', input: 'an input of the pack', unknown: 'this study can’t tell yet' },
};
