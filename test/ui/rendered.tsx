import { type BoundFunctions, configure, type queries, within } from '@testing-library/dom';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { onTestFinished } from 'vitest';

/** What a person has before them: queries by role and name, and hands. */
export interface Rendered {
  screen: BoundFunctions<typeof queries>;
  user: UserEvent;
}

// what an event changes is on the page before the next one
configure({
  eventWrapper: (fire) => {
    let result: unknown;
    act(() => {
      result = fire();
    });
    return result;
  },
});

// a browser takes the value of a select as text; happy-dom finds no option for a number
const { get, set } = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!;
Object.defineProperty(HTMLSelectElement.prototype, 'value', {
  get,
  set(value: unknown) {
    set!.call(this, String(value));
  },
});

/**
 * Puts a component on a page of its own, which goes when the test ends. For files that begin with
 * `@vitest-environment happy-dom`.
 *
 * `const { screen, user } = shows(<NumberField label="Height" … />)`
 */
export const shows = (component: ComponentChild): Rendered => {
  const place = document.body.appendChild(document.createElement('div'));
  act(() => render(component, place));
  onTestFinished(() => {
    act(() => render(null, place));
    place.remove();
  });
  return { screen: within(document.body), user: userEvent.setup() };
};
