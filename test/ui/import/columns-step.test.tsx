// @vitest-environment happy-dom
import { waitFor, within } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { openImportReader } from '../../../src/runs/import.ts';
import { openStudy } from '../../../src/study/study.ts';
import { opened, study } from '../../../src/ui/app-state/study.ts';
import { ImportPanel } from '../../../src/ui/import/import-panel.tsx';
import { beginImport, endImport, importing } from '../../../src/ui/import/importing.ts';
import { aSite } from '../../files/pack/small-pack.ts';
import { aPackWith } from '../../study/a-study.ts';
import { shows } from '../rendered.tsx';

const Panel = () => (importing.value ? <ImportPanel state={importing.value} /> : <p>Không có tệp nào</p>);

/** Lets a CSV into the panel of a small study, and waits until it has been looked at. */
const imports = async (...rows: string[]) => {
  endImport();
  study.value = openStudy({ pack: aPackWith([aSite()]), checksum: 'c'.repeat(64) });
  const file = new File([rows.join('\n')], 'danh-sach.csv');
  const reader = openImportReader();
  await reader.open(file, file.name);
  beginImport(file, reader);
  const shown = shows(<Panel />);
  await waitFor(() => expect(importing.value).toMatchObject({ kind: 'choosing', draft: { look: expect.anything() } }));
  return shown;
};

test('columns are guessed by their headings, and where the file falls is told', async () => {
  const { screen } = await imports(
    'mã;nhà mạng;chiều cao cột;kinh độ;vĩ độ',
    'M-1;viettel;42;105,81;21,61',
    'M-2;vinaphone;30;105,82;21,63',
  );
  const height = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Độ cao cột (m)' });
  expect(height.value).toBe('2');
  expect(screen.getByText(/100 %/)).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Kiểm tra các dòng' }).disabled).toBe(false);
});

test('a guess is shown as one, and the column that would fit as well is taken by a press', async () => {
  const { screen, user } = await imports(
    'mã;nhà mạng;chiều cao cột;độ cao;kinh độ;vĩ độ',
    'M-1;viettel;42;1.234;105,81;21,61',
    'M-2;vinaphone;30;1.011;105,82;21,63',
  );
  const height = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Độ cao cột (m)' });
  expect(height().value).toBe('2');
  expect(screen.getByText('Cũng hợp:')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'độ cao' }));
  await waitFor(() => expect(height().value).toBe('3'));
  await screen.findByText(/“1\.234” được đọc là 1,234: dấu “\.” là dấu thập phân \(2 ô\)/);
});

test('a column that is needed and not found is asked for, and the file goes no further until it is given', async () => {
  const { screen, user } = await imports('lon;lat;nhà mạng;giá trị', '105,81;21,61;viettel;42');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Tệp này là' }), 'measurements');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('RSRP');
  const check = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Kiểm tra các dòng' });
  expect(check().disabled).toBe(true);
  await user.selectOptions(screen.getByRole('combobox', { name: /RSRP/ }), 'giá trị');
  await waitFor(() => expect(check().disabled).toBe(false));
});

test('a column serves one field: taken for another it is taken from the first', async () => {
  const { screen, user } = await imports('mã;nhà mạng;chiều cao cột;kinh độ;vĩ độ', 'M-1;viettel;42;105,81;21,61');
  const columnOf = (name: RegExp) => screen.getByRole<HTMLSelectElement>('combobox', { name }).value;
  expect([columnOf(/^Mã$/), columnOf(/^Độ cao cột/)]).toEqual(['0', '2']);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Mã' }), 'chiều cao cột');
  await waitFor(() => expect([columnOf(/^Mã$/), columnOf(/^Độ cao cột/)]).toEqual(['2', '']));
});

test('rows that could be read enter the study by the last step, as one change', async () => {
  const { screen, user } = await imports(
    'mã;nhà mạng;chiều cao cột;kinh độ;vĩ độ',
    'M-1;viettel;42;105,81;21,61',
    'M-2;viettel;cao;105,83;21,62',
  );
  await user.click(screen.getByRole('button', { name: 'Kiểm tra các dòng' }));
  const enter = await screen.findByRole('button', { name: /^Đưa/ });
  const steps = within(screen.getByRole('list', { name: 'Các bước nhập' }));
  expect(steps.getAllByRole('listitem').map((step) => step.getAttribute('aria-current'))).toEqual([null, 'step', null]);
  await user.click(enter);
  await screen.findByText('Không có tệp nào');
  expect(opened.value?.pack.sites.map(({ id }) => id)).toEqual(['TN-0001', 'M-1']);
});
