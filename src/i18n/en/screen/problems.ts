import type { Translation } from '../../texts.ts';
import type { problems as vietnamese } from '../../vi/screen/problems.ts';

export const problems: Translation<typeof vietnamese> = {
  title: 'This file can’t be used',
  unchanged: 'What is open stays as it was; nothing has changed.',
  nothingOpen: 'No data pack is open.',
  count_one: '{{count}} problem',
  count_other: '{{count}} problems',
  warnings: 'Notes on the opened pack',
  warningsCount: '{{count}} notes',
  file: 'File',
  place: 'Place',
  value: 'Value',
  rule: 'Rule',
  more: 'and {{count}} more lines',
  unexpected: 'Unexpected error: {{message}}',
};
