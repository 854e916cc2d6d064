import type { Translation } from '../../texts.ts';
import type { summary as vietnamese } from '../../vi/command/summary.ts';

export const summary: Translation<typeof vietnamese> = {
  percent: '{{value}} %',
  money: '{{central}} billion VND (P10–P90: {{low}} – {{high}})',
  kinds: 'Provenance of the data:',
  partlyMeasured: 'Measured terrain covers {{share}} % of the province; the rest is synthetic.',
};
