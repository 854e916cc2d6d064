import { expect, test } from 'vitest';
import { defaultLetterhead } from '../../src/report/letterhead.ts';
import { applyScenario, changeCount, letterheadOf } from '../../src/study/apply-scenario.ts';
import { operations } from '../../src/study/operations/index.ts';
import { currentScenario, undo } from '../../src/study/study.ts';
import { attachStudy, readStudyFile, writeStudyFile } from '../../src/study/study-file.ts';
import { runKeyOf } from '../../src/ui/app-state/run-keys.ts';
import { aStudy, does } from './a-study.ts';

const typed = (text: string, gesture?: string) => (study: ReturnType<typeof aStudy>) =>
  does(
    study,
    operations.setLetterhead(study, {
      language: 'vi',
      change: { signerName: text },
      ...(gesture === undefined ? {} : { gesture }),
    }),
  );

test('who issues the report is kept with the study and comes back from its file', () => {
  const study = typed('Nguyễn Thị Ữ')(aStudy());
  const { stored } = readStudyFile(writeStudyFile(study, { withPack: false }), 'a.phusong');
  expect(letterheadOf(attachStudy(stored, study.base, 'a.phusong')).vi).toEqual({ signerName: 'Nguyễn Thị Ữ' });
});

test('what is typed in one stay in a field is undone at once', () => {
  const study = typed('Ng', 'stay 1')(typed('N', 'stay 1')(aStudy()));
  expect(letterheadOf(study).vi).toEqual({ signerName: 'Ng' });
  expect(letterheadOf(undo(study))).toEqual({});
});

test('one language leaves the other alone, and going back to the defaults leaves nothing', () => {
  const start = typed('Nguyễn Thị Ữ')(aStudy());
  const both = does(start, operations.setLetterhead(start, { language: 'en', change: { number: '7' } }));
  const back = does(both, operations.setLetterhead(both, { language: 'vi', change: null }));
  expect(letterheadOf(back)).toEqual({ en: { number: '7' } });
  expect(operations.setLetterhead(back, { language: 'vi', change: null })).toEqual({
    refused: 'nothing-changes',
    values: {},
  });
});

test('a date that is none is refused', () => {
  expect(operations.setLetterhead(aStudy(), { language: 'vi', change: { date: '5/1/2021' } })).toMatchObject({
    refused: 'out-of-range',
    values: { field: 'date' },
  });
});

test('it changes no figure: no run, no other pack, no change to count', () => {
  const start = aStudy();
  const after = typed('Nguyễn Thị Ữ')(start);
  expect(runKeyOf(after)).toBe(runKeyOf(start));
  expect(applyScenario(after.base.pack, currentScenario(after))).toBe(start.base.pack);
  expect(changeCount(after)).toBe(0);
  expect(changeCount(does(after, operations.deleteHamlet(after, { id: 'H-2' })))).toBe(1);
});

test.each([
  ['2020-12-31', 'Sở Thông tin và Truyền thông', 'BC-STTTT', 'Ủy ban nhân dân các huyện, thành phố, thị xã'],
  ['2025-02-28', 'Sở Thông tin và Truyền thông', 'BC-STTTT', 'Ủy ban nhân dân các huyện, thành phố, thị xã'],
  ['2025-03-01', 'Sở Khoa học và Công nghệ', 'BC-SKHCN', 'Ủy ban nhân dân các huyện, thành phố, thị xã'],
  ['2025-07-01', 'Sở Khoa học và Công nghệ', 'BC-SKHCN', 'Ủy ban nhân dân các xã, phường'],
])('on %s the office is %s', (date, office, symbol, localities) => {
  const letterhead = defaultLetterhead('vi', 'Thái Nguyên', date);
  expect(letterhead).toMatchObject({ office, symbol, parentBody: 'Ủy ban nhân dân tỉnh Thái Nguyên' });
  expect(letterhead.recipients).toContain(localities);
  expect(JSON.stringify(defaultLetterhead('en', 'Thái Nguyên', date))).not.toContain('{{');
});
