import type { Translation } from '../../texts.ts';
import type { recovery as vietnamese } from '../../vi/screen/recovery.ts';

export const recovery: Translation<typeof vietnamese> = {
  kept: 'the browser keeps a copy of {{time}}',
  off: 'the browser keeps no copy',
  place: 'recovery copy',
  full: 'The browser’s storage is full and keeps no recovery copy. Save to a file.',
  refused: 'The browser refuses to keep a recovery copy. Save to a file before leaving the page.',
  silent: 'The browser does not answer when asked to keep a recovery copy. Save to a file; every change tries again.',
  offer_one: 'Unsaved work is left from {{time}}: {{count}} change.',
  offer_other: 'Unsaved work is left from {{time}}: {{count}} changes.',
  downloaded_one:
    'The work of {{time}} ({{count}} change) was downloaded to {{file}}. If you have that file, discard this copy.',
  downloaded_other:
    'The work of {{time}} ({{count}} changes) was downloaded to {{file}}. If you have that file, discard this copy.',
  restore: 'Restore',
  letGo: 'Discard',
  elsewhere: 'Unsaved work is left on the pack “{{title}}”. Open that pack to restore it.',
  openElsewhere: 'Open that pack',
  restored_one: '{{count}} change restored',
  restored_other: '{{count}} changes restored',
  failed: 'Not restored: {{message}}',
  incomplete: 'the copy in the browser is not whole',
  tabs: {
    held: 'The study on this pack is open in another tab. Here you can only look, so that neither overwrites the other.',
    take: 'Go on here',
    freed: 'The other tab was closed; you can change things here.',
  },
};
