import type { Translation } from '../../texts.ts';
import type { help as vietnamese } from '../../vi/screen/help.ts';

export const help: Translation<typeof vietnamese> = {
  title: 'Keyboard shortcuts',
  tasks: 'Switch task',
  map: 'Go to the map',
  list: 'Walk a list; Enter selects',
  escape: 'Clear the selection, close a panel',
  theme: 'Switch light and dark',
  language: 'Switch language',
  arrows: 'Move the map when it has the focus',
  zoom: 'Zoom when the map has the focus',
};
