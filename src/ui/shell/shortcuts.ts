import { language, type TextKey } from '../../i18n/language.ts';
import { tasks } from '../app-state/address.ts';
import { currentMap, goHome } from '../app-state/go-to.ts';
import { chooseLanguage, toggleTheme } from '../app-state/preferences.ts';
import { lookup, redo, undo } from '../app-state/study.ts';
import { openTask, select, selection } from '../app-state/view.ts';
import { placingMast, stopPlacing } from '../closing/index.ts';
import { siteMovable } from '../coverage/index.ts';
import { closePath, openPathFrom, pathQuestion } from '../path/index.ts';
import { stopSwiping, swiping } from '../scenarios/index.ts';
import { showHelp } from './help.ts';

/** What the help lists. */
export const shortcuts: readonly { keys: readonly string[]; text: TextKey }[] = [
  { keys: tasks.map((_, index) => String(index + 1)), text: 'help.tasks' },
  { keys: ['M'], text: 'help.map' },
  { keys: ['H'], text: 'help.home' },
  { keys: ['P'], text: 'path.open' },
  { keys: ['↑', '↓'], text: 'help.list' },
  { keys: ['Esc'], text: 'help.escape' },
  { keys: ['Ctrl+Z'], text: 'study.undo' },
  { keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], text: 'study.redo' },
  { keys: ['T'], text: 'help.theme' },
  { keys: ['L'], text: 'help.language' },
  { keys: ['?'], text: 'help.help' },
  { keys: ['←', '↑', '→', '↓'], text: 'help.arrows' },
  { keys: ['+', '−'], text: 'help.zoom' },
];

const selectedSite = () => {
  const chosen = selection.peek();
  return chosen?.kind === 'site' ? lookup.peek()?.site(chosen.id) : undefined;
};

const actions: Readonly<Record<string, () => void>> = {
  m: () => currentMap()?.focus(),
  h: () => goHome(true),
  t: toggleTheme,
  l: () => chooseLanguage(language() === 'vi' ? 'en' : 'vi'),
  '?': showHelp,
  p: () => {
    const site = selectedSite();
    if (site) openPathFrom(site);
  },
  Escape: () => {
    if (pathQuestion.peek()) closePath();
    else if (placingMast.peek()) stopPlacing();
    else if (siteMovable.peek()) siteMovable.value = false;
    else if (swiping.peek()) stopSwiping();
    else select(null);
  },
};

/** Ctrl or ⌘ with Z, Shift Z or Y. */
const stepOf = ({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): (() => void) | null => {
  if (altKey || !(ctrlKey || metaKey)) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? redo : undo;
  return letter === 'y' && !shiftKey ? redo : null;
};

const isAt = (target: EventTarget | null, selector: string): boolean =>
  target instanceof HTMLElement && target.matches(selector);

/** Where text is typed: undo is the field's own there. */
const textFields = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, [contenteditable]';
/** Where single keys mean something besides: a slider's place, a list's entry. */
const keyFields = `${textFields}, input[type=range], input[type=radio], select`;

/** Single keys for the common moves, silent while typing or in a dialog. Returns what ends them. */
export const listenToShortcuts = (): (() => void) => {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const step = isAt(event.target, textFields) ? null : stepOf(event);
    if (step) {
      event.preventDefault();
      step();
    }
    if (isAt(event.target, keyFields) || event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = tasks[Number(event.key) - 1];
    const action = digit ? () => openTask(digit) : (actions[event.key] ?? actions[event.key.toLowerCase()]);
    if (!action) return;
    event.preventDefault();
    action();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
};
