// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { useFocusBack } from '../../../src/ui/kit/focus-back.ts';
import { shows } from '../rendered.tsx';

const Card = ({ onClose }: { onClose: () => void }) => {
  useFocusBack();
  return (
    <button type="button" onClick={onClose}>
      Đóng
    </button>
  );
};

const Page = ({ keepsOpener }: { keepsOpener: boolean }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <main tabIndex={-1}>
      {(keepsOpener || !isOpen) && (
        <button type="button" onClick={() => setOpen(true)}>
          Mở
        </button>
      )}
      {isOpen && <Card onClose={() => setOpen(false)} />}
    </main>
  );
};

test.each([
  ['what opened it', true, 'BUTTON'],
  ['the main part of the page where that is gone', false, 'MAIN'],
])('a card that is closed gives the focus to %s', async (_, keepsOpener, tag) => {
  const { screen, user } = shows(<Page keepsOpener={keepsOpener} />);
  await user.click(screen.getByRole('button', { name: 'Mở' }));
  await user.click(screen.getByRole('button', { name: 'Đóng' }));
  await Promise.resolve();
  expect(document.activeElement?.tagName).toBe(tag);
});
