import type { TextKey } from '../../i18n/language.ts';
import type { IconName } from '../kit/icon.tsx';

/** What actions are listed under, in this order. */
export const actionGroups = ['task', 'place', 'map', 'study', 'file', 'view'] as const;
export type ActionGroup = (typeof actionGroups)[number];

/** A key as the keyboard gives it (`KeyboardEvent.key`); letters in small. */
export interface Keys {
  key: string;
  /** With Ctrl, or ⌘ on a Mac. */
  ctrl?: true;
  /** With Shift; what a plain key needs to be typed at all, as ? does, is not said. */
  shift?: true;
}

/** One thing the user can do, told once: menus, buttons, keys, the key help and the palette all come from it. */
export interface Action {
  id: string;
  group: ActionGroup;
  icon: IconName;
  /** In the words of the moment: undo says what of. */
  label: () => string;
  /** What the key help calls it, where the words of the moment would not do. */
  keyHelp?: TextKey;
  /** The first is shown beside it. */
  keys?: readonly Keys[];
  /** Its keys count while text is typed, too. */
  whileTyping?: true;
  /** Why it can't be done now, in words; null where it can. */
  whyNot?: () => string | null;
  run: () => void;
}

const keyNames: Readonly<Record<string, string>> = { Escape: 'Esc' };

/** A key as it is written on a keyboard. */
export const keyText = ({ key, ctrl, shift }: Keys): string =>
  [...(ctrl ? ['Ctrl'] : []), ...(shift ? ['Shift'] : []), keyNames[key] ?? key.toUpperCase()].join('+');

/** What an action is called with its first key, for the tip of a button. */
export const labelWithKey = ({ label, keys }: Action): string => (keys ? `${label()} (${keyText(keys[0])})` : label());

/** Does an action where it can be done. */
export const act = ({ whyNot, run }: Action): void => {
  if (!whyNot?.()) run();
};
