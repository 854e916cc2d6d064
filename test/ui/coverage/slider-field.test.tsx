// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/dom';
import { expect, test, vi } from 'vitest';
import { SliderField } from '../../../src/ui/coverage/slider-field.tsx';
import { shows } from '../rendered.tsx';

/** A turn of a cell, and the gestures its numbers came with. */
const aTurn = () => {
  const take = vi.fn((_value: number, _gesture: string) => null);
  const gestures = () => take.mock.calls.map(([, gesture]) => gesture);
  const field = (
    <SliderField label="Góc phương vị" name="azimuth" value={120} min={0} max={359} step={1} onChange={take} />
  );
  return { take, gestures, field };
};

/** A number that the browser gives while a slider moves, so many milliseconds after the page was opened. */
const moveTo = (slider: HTMLElement, value: number, atMs: number): void => {
  const event = new Event('input', { bubbles: true });
  Object.defineProperty(event, 'timeStamp', { value: atMs });
  (slider as HTMLInputElement).value = String(value);
  slider.dispatchEvent(event);
};

test('the slider and the figure beside it bear one name and one value', () => {
  const { screen } = shows(aTurn().field);
  const slider = screen.getByRole<HTMLInputElement>('slider', { name: 'Góc phương vị' });
  const figure = screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Góc phương vị' });
  expect([slider.value, figure.value]).toEqual(['120', '120']);
});

test('a drag is followed while it lasts, as one gesture however long it takes', () => {
  const { take, gestures, field } = aTurn();
  const { screen } = shows(field);
  const slider = screen.getByRole('slider', { name: 'Góc phương vị' });
  fireEvent.pointerDown(slider);
  moveTo(slider, 125, 1000);
  moveTo(slider, 130, 9000);
  expect(take.mock.calls.map(([value]) => value)).toEqual([125, 130]);
  expect(new Set(gestures()).size).toBe(1);
});

test('what comes after a drag has ended is another gesture, at once', () => {
  const { gestures, field } = aTurn();
  const { screen } = shows(field);
  const slider = screen.getByRole('slider', { name: 'Góc phương vị' });
  fireEvent.pointerDown(slider);
  moveTo(slider, 125, 1000);
  fireEvent.change(slider);
  moveTo(slider, 126, 1100);
  expect(new Set(gestures()).size).toBe(2);
});

test('keys pressed one soon after the other are one gesture; after a pause the next begins', () => {
  const { gestures, field } = aTurn();
  const { screen } = shows(field);
  const slider = screen.getByRole('slider', { name: 'Góc phương vị' });
  for (const [value, atMs] of [
    [121, 1000],
    [122, 1900],
    [123, 4000],
  ]) {
    moveTo(slider, value, atMs);
    fireEvent.change(slider);
  }
  const [first, second, third] = gestures();
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

test('a figure typed beside it is a gesture of its own', async () => {
  const { take, field } = aTurn();
  const { screen, user } = shows(field);
  const figure = screen.getByRole('spinbutton', { name: 'Góc phương vị' });
  await user.clear(figure);
  await user.type(figure, '200');
  await user.tab();
  expect(take).toHaveBeenCalledExactlyOnceWith(200, expect.stringContaining('azimuth'));
});
