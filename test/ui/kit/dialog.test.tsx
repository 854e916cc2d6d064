// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { Dialog } from '../../../src/ui/kit/dialog.tsx';
import { shows } from '../rendered.tsx';

const Page = () => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Hướng dẫn
      </button>
      {isOpen && (
        <Dialog title="Phím tắt" onClose={() => setOpen(false)}>
          <p>Ctrl+Z hoàn tác</p>
        </Dialog>
      )}
    </>
  );
};

test('a dialog opens as a modal one under the name of its heading, and the page goes on when it is closed', async () => {
  const { screen, user } = shows(<Page />);
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Hướng dẫn' }));
  const dialog = screen.getByRole<HTMLDialogElement>('dialog', { name: 'Phím tắt' });
  expect(dialog.open).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Đóng' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});
