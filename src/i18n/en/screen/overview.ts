import type { Translation } from '../../texts.ts';
import type { overview as vietnamese } from '../../vi/screen/overview.ts';

export const overview: Translation<typeof vietnamese> = {
  title: 'Overview',
  definitions: 'What do these figures mean?',
  layers: 'Data layers and where they come from',
  layersHint: 'Switch layers on the map; the kind of source stands beside each name.',
  targets: 'Targets and claims of the article',
  targetsHint: 'What the article states, beside what this study finds.',
  stated: 'Stated',
  found: 'Found',
  basis: { computed: 'computed', input: 'an input of the pack', unknown: 'this study can’t tell yet' },
};
