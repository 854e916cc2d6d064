// @vitest-environment happy-dom

import { signal } from '@preact/signals';
import { waitFor } from '@testing-library/dom';
import { expect, test, vi } from 'vitest';
import { NumberField } from '../../../src/ui/kit/number-field.tsx';
import { shows } from '../rendered.tsx';

/** A height between 10 and 100 m, as an operation would take or refuse it. */
const aHeight = (start: number) => {
  const height = signal(start);
  const take = vi.fn((value: number) => {
    if (value < 10 || value > 100) return 'từ 10 đến 100 m';
    height.value = value;
    return null;
  });
  const Field = () => <NumberField label="Chiều cao cột" name="height" value={height.value} onChange={take} />;
  return { height, take, Field };
};

test('a number counts when the field is left, not while it is typed', async () => {
  const { height, take, Field } = aHeight(42);
  const { screen, user } = shows(<Field />);
  const field = screen.getByRole('spinbutton', { name: 'Chiều cao cột' });
  await user.clear(field);
  await user.type(field, '55');
  expect(take).not.toHaveBeenCalled();
  await user.tab();
  expect(take).toHaveBeenCalledExactlyOnceWith(55);
  expect(height.value).toBe(55);
});

test('a refused number stays, with the reason below it, until another value comes', async () => {
  const { height, Field } = aHeight(42);
  const { screen, user } = shows(<Field />);
  const field = screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Chiều cao cột' });
  await user.clear(field);
  await user.type(field, '5');
  await user.tab();
  expect((await screen.findByRole('alert')).textContent).toBe('từ 10 đến 100 m');
  expect([field.value, field.getAttribute('aria-invalid')]).toEqual(['5', 'true']);
  expect(height.value).toBe(42);
  // as undo does it
  height.value = 43;
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(field.value).toBe('43');
});
