// @vitest-environment happy-dom
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { operations } from '../../../src/study/operations/index.ts';
import { openStudy } from '../../../src/study/study.ts';
import { actions } from '../../../src/ui/actions/actions.ts';
import { listenToKeys } from '../../../src/ui/actions/keys.ts';
import { paletteShown } from '../../../src/ui/actions/shown.ts';
import { theme } from '../../../src/ui/app-state/preferences.ts';
import { commit, study, undoable } from '../../../src/ui/app-state/study.ts';
import { select, selection, task } from '../../../src/ui/app-state/view.ts';
import { aHamlet, aSite } from '../../files/pack/small-pack.ts';
import { aPackWith } from '../../study/a-study.ts';

beforeEach(() => {
  study.value = openStudy({ pack: aPackWith([aSite()], [aHamlet({ id: 'H-1' })]), checksum: 'c'.repeat(64) });
  paletteShown.value = false;
  onTestFinished(listenToKeys());
});

/** Presses a key on an element; gives whether the page took it for itself. */
const press = (key: string, on: Element = document.body, held: KeyboardEventInit = {}): boolean =>
  !on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }));

const field = (): HTMLInputElement => {
  const input = document.body.appendChild(document.createElement('input'));
  onTestFinished(() => input.remove());
  return input;
};

test('no key means two things', () => {
  const keys = actions.flatMap((action) => action.keys?.map((each) => JSON.stringify(each)) ?? []);
  expect(keys.length).toBeGreaterThan(15);
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
});

test('single keys are silent while text is typed, the palette and saving are not', () => {
  const typing = field();
  const before = theme.value;
  expect(press('t', typing)).toBe(false);
  expect(press('/', typing)).toBe(false);
  expect(theme.value).toBe(before);
  expect(press('k', typing, { ctrlKey: true })).toBe(true);
  expect(paletteShown.value).toBe(true);
});

test('Ctrl-Z takes a change back, except in a field that has an undo of its own', () => {
  commit((on) => operations.setPeople(on, { id: 'H-1', people: 77 }));
  expect(press('z', field(), { ctrlKey: true })).toBe(false);
  expect(undoable.value).not.toBeNull();
  expect(press('Z', document.body, { ctrlKey: true, shiftKey: true })).toBe(true);
  expect(undoable.value).not.toBeNull();
  press('z', document.body, { metaKey: true });
  expect(undoable.value).toBeNull();
});

test('a digit opens a task, Escape clears the selection, a key held with Alt is the browser’s', () => {
  press('3');
  expect(task.value).toBe('gaps');
  select({ kind: 'hamlet', id: 'H-1' });
  press('Escape', document.body, { altKey: true });
  expect(selection.value).not.toBeNull();
  press('Escape');
  expect(selection.value).toBeNull();
});

test('an action that can’t be done says why in words', () => {
  select(null);
  const path = actions.find(({ id }) => id === 'path');
  expect(path?.whyNot?.()).toBe('Hãy chọn một vị trí cột trước');
  select({ kind: 'site', id: aSite().id });
  expect(path?.whyNot?.()).toBeNull();
});
