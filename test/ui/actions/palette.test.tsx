// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { openStudy } from '../../../src/study/study.ts';
import { Palette } from '../../../src/ui/actions/palette/palette.tsx';
import { paletteShown } from '../../../src/ui/actions/shown.ts';
import { study } from '../../../src/ui/app-state/study.ts';
import { select, selection, task } from '../../../src/ui/app-state/view.ts';
import { aHamlet, aSite } from '../../files/pack/small-pack.ts';
import { aPackWith } from '../../study/a-study.ts';
import { shows } from '../rendered.tsx';

const hamlets = [aHamlet({ id: 'H-1', name: 'Xóm Đồng Tâm' }), aHamlet({ id: 'H-2', name: 'Xóm Đồng Tiến' })];

beforeEach(() => {
  study.value = openStudy({ pack: aPackWith([aSite()], hamlets), checksum: 'c'.repeat(64) });
  select(null);
  paletteShown.value = true;
});

const opens = () => {
  const { screen, user } = shows(<Palette />);
  const field = screen.getByRole('combobox', { name: 'Tìm nơi chốn hoặc việc cần làm' });
  const marked = () => document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent;
  return { screen, user, field, marked };
};

test('a place is found without accents, walked to and selected', async () => {
  const { user, field, marked } = opens();
  await user.type(field, 'dong');
  expect(marked()).toContain('Xóm Đồng Tâm');
  await user.keyboard('{ArrowDown}');
  expect(marked()).toContain('Xóm Đồng Tiến');
  await user.keyboard('{Enter}');
  expect(selection.value).toEqual({ kind: 'hamlet', id: 'H-2' });
  expect(paletteShown.value).toBe(false);
});

test('what fits is grouped under headings, and nothing is said to fit where nothing does', async () => {
  const { screen, user, field } = opens();
  await user.type(field, 'dong');
  expect(screen.getByRole('group', { name: 'Xóm' })).toBeTruthy();
  await user.clear(field);
  await user.type(field, 'qqqq');
  expect(screen.queryAllByRole('option')).toEqual([]);
  expect(screen.getByText('Không có gì khớp.')).toBeTruthy();
});

test('coordinates are a place, too', async () => {
  const { screen, user, field } = opens();
  await user.type(field, '21.6, 105.8');
  await screen.findByRole('group', { name: 'Tọa độ' });
  await user.keyboard('{Enter}');
  expect(selection.value).toEqual({ kind: 'point', id: '105.8,21.6' });
});

test('actions are found by their words; one that can’t be done says why and is not chosen', async () => {
  const { screen, user, field, marked } = opens();
  await user.type(field, 'mat cat');
  expect(marked()).toContain('Hãy chọn một vị trí cột trước');
  expect(screen.getAllByRole('option')[0].getAttribute('aria-disabled')).toBe('true');
  await user.keyboard('{Enter}');
  expect(paletteShown.value).toBe(true);
  await user.clear(field);
  await user.type(field, 'khoang trong{Enter}');
  expect(task.value).toBe('gaps');
});
