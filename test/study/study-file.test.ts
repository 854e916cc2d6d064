import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readPack } from '../../src/files/pack/pack-read.ts';
import { InputError, type Problem } from '../../src/model/problem.ts';
import { canonicalJson } from '../../src/study/canonical.ts';
import { isRefusal } from '../../src/study/moment.ts';
import { operations } from '../../src/study/operations/index.ts';
import { commit, type Study, undo } from '../../src/study/study.ts';
import { attachStudy, readStudyFile, writeStudyFile } from '../../src/study/study-file.ts';
import { aSite } from '../files/pack/small-pack.ts';
import { fc } from '../support/fast-check.ts';
import { aStudy, does } from './a-study.ts';
import { draws, outcomeOf } from './random-operations.ts';

const problemsOf = (act: () => unknown): readonly Problem[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  throw new Error('Nothing was refused');
};

const reopened = (study: Study): Study =>
  attachStudy(readStudyFile(writeStudyFile(study, { withPack: false }), 'a.phusong').stored, study.base, 'a.phusong');

test('a study saved and opened again is equal, what could be redone included', () => {
  fc.assert(
    fc.property(draws(120), (sequence) => {
      let study = aStudy();
      for (const draw of sequence) {
        const outcome = outcomeOf(study, draw);
        if (!isRefusal(outcome)) study = commit(study, outcome);
      }
      study = undo(undo(study));
      const again = reopened(study);
      expect(canonicalJson(again.scenarios)).toBe(canonicalJson(study.scenarios));
      expect(again.current).toBe(study.current);
      expect(writeStudyFile(again, { withPack: false })).toEqual(writeStudyFile(study, { withPack: false }));
    }),
    { numRuns: 6, seed: 4756 },
  );
});

test('the pack can go along, and opens from the file', async () => {
  const study = aStudy();
  const { stored, pack } = readStudyFile(writeStudyFile(study, { withPack: true }), 'a.phusong');
  if (!pack) throw new Error('No pack in the file');
  const read = await readPack(pack);
  expect(read.checksum).toBe(stored.base.checksum);
  expect(attachStudy(stored, read, 'a.phusong').scenarios).toHaveLength(1);
});

test('a study of another pack is refused with the name of its own', () => {
  const study = aStudy();
  const { stored } = readStudyFile(writeStudyFile(study, { withPack: false }), 'a.phusong');
  const [problem] = problemsOf(() => attachStudy(stored, { ...study.base, checksum: 'd'.repeat(64) }, 'a.phusong'));
  expect(problem.rule).toBe('other-pack');
  expect(problem.ruleValues?.expected).toContain('Gói nhỏ');
});

test('a moment that does not follow from the base is refused', () => {
  const study = does(aStudy(), operations.deleteSite(aStudy(), { id: 'TN-0001' }));
  const files = unzipSync(writeStudyFile(study, { withPack: false }));
  const text = new TextDecoder().decode(files['study.json']).replace('"heightM":42', '"heightM":43');
  const { stored } = readStudyFile(zipSync({ 'study.json': new TextEncoder().encode(text) }), 'a.phusong');
  const [problem] = problemsOf(() => attachStudy(stored, study.base, 'a.phusong'));
  expect(problem).toMatchObject({ rule: 'wrong-order', place: 'scenarios[0].done[0].changes[0]', value: 'TN-0001' });
});

test.each([
  ['{"format":"phusong-study"}', 'missing-field'],
  ['7', 'wrong-type'],
  ['{', 'not-json'],
])('a study.json of %s is refused', (text, rule) => {
  const bytes = zipSync({ 'study.json': new TextEncoder().encode(text) });
  expect(problemsOf(() => readStudyFile(bytes, 'a.phusong')).map((problem) => problem.rule)).toContain(rule);
});

test('an archive without a study is refused', () => {
  const bytes = zipSync({ 'other.json': new Uint8Array(2) });
  expect(problemsOf(() => readStudyFile(bytes, 'a.phusong'))[0].rule).toBe('missing-file');
});

test('every bit flipped and every end cut off of a small study is refused, or opens the same', () => {
  const study = does(aStudy(), operations.setPeople(aStudy(), { id: 'H-05431-01', people: 77 }));
  const whole = writeStudyFile(study, { withPack: false });
  const open = (bytes: Uint8Array): string =>
    canonicalJson(attachStudy(readStudyFile(bytes, 'a.phusong').stored, study.base, 'a.phusong').scenarios);
  const expected = open(whole);
  const silent: string[] = [];
  const tryOut = (bytes: Uint8Array, harm: string): void => {
    try {
      if (open(bytes) !== expected) silent.push(harm);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  };
  for (let bit = 0; bit < whole.length * 8; bit++) {
    const flipped = whole.slice();
    flipped[bit >> 3] ^= 1 << (bit & 7);
    tryOut(flipped, `bit ${bit}`);
  }
  for (let length = 0; length < whole.length; length++) tryOut(whole.slice(0, length), `cut at ${length}`);
  expect(silent).toEqual([]);
});

test.each<[string, string, string]>([
  ['an operator nobody knows', '"operator":"viettel"', '"operator":"nobody"'],
  ['a commune there is not', '"communeCode":"05431"', '"communeCode":"99999"'],
  ['another id than it stands under', '"id":"N-1","owner"', '"id":"N-2","owner"'],
  ['an antenna above its structure', '"heightM":42', '"heightM":9'],
  ['a place outside the province', '"position":[105.83,21.62]', '"position":[104.83,21.62]'],
  ['a carrier as wide as none', '"bandwidthMHz":20', '"bandwidthMHz":0.1'],
])('%s in a saved study is refused: the rules of a pack hold', (_, from, to) => {
  const study = does(aStudy(), operations.addSite(aStudy(), { site: aSite({ id: 'N-1', position: [105.83, 21.62] }) }));
  const bytes = writeStudyFile(study, { withPack: false });
  const text = new TextDecoder().decode(unzipSync(bytes)['study.json']);
  expect(text).toContain(from);
  const harmed = zipSync({ 'study.json': new TextEncoder().encode(text.replaceAll(from, to)) });
  const [problem] = problemsOf(() => attachStudy(readStudyFile(harmed, 'a.phusong').stored, study.base, 'a.phusong'));
  expect(problem.place).toMatch(/^scenarios\[0\]\.done\[0\]/);
});
