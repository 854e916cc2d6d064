import { type Action, act, type Keys } from './action.ts';
import { actions } from './actions.ts';

/** Where text is typed: undo is the field's own there. */
const textFields = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, [contenteditable]';
/** Where single keys mean something besides: a slider's place, a list's entry. */
const keyFields = `${textFields}, input[type=range], input[type=radio], select`;

const isAt = (target: EventTarget | null, selector: string): boolean =>
  target instanceof HTMLElement && target.matches(selector);

const isPressed = ({ key, ctrl, shift }: Keys, event: KeyboardEvent): boolean => {
  if (event.altKey || (event.ctrlKey || event.metaKey) !== (ctrl === true)) return false;
  // a plain key may need Shift to be typed: ? does
  return (event.key === key || event.key.toLowerCase() === key) && (!ctrl || event.shiftKey === (shift === true));
};

const isSilent = ({ whileTyping }: Action, { ctrl }: Keys, target: EventTarget | null): boolean => {
  if (ctrl) return !whileTyping && isAt(target, textFields);
  return isAt(target, keyFields);
};

const meantBy = (event: KeyboardEvent): Action | undefined =>
  actions.find((action) =>
    action.keys?.some((keys) => isPressed(keys, event) && !isSilent(action, keys, event.target)),
  );

/** Does what a key means, wherever the focus is; silent in a dialog. Returns what ends it. */
export const listenToKeys = (): (() => void) => {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const action = meantBy(event);
    if (!action) return;
    // the browser's own meaning of the key would surprise, even where nothing can be done
    event.preventDefault();
    act(action);
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
};
