import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readPack } from '../../src/files/pack/pack-read.ts';
import { InputError, type Problem } from '../../src/model/problem.ts';
import { canonicalJson } from '../../src/study/canonical.ts';
import { isRefusal } from '../../src/study/moment.ts';
import { operations } from '../../src/study/operations/index.ts';
import { commit, type Study, undo } from '../../src/study/study.ts';
import { attachStudy, readStudyFile, writeStudyFile } from '../../src/study/study-file.ts';
import { aHamlet, aSite } from '../files/pack/small-pack.ts';
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

test('a study.json that is not what its checksum says is refused, and one saved before there were checksums opens', () => {
  const study = does(aStudy(), operations.setPeople(aStudy(), { id: 'H-05431-01', people: 77 }));
  const { 'study.json': text, ...beside } = unzipSync(writeStudyFile(study, { withPack: false }));
  const other = new TextEncoder().encode(new TextDecoder().decode(text).replace('"people":77', '"people":78'));
  const [problem] = problemsOf(() => readStudyFile(zipSync({ 'study.json': other, ...beside }), 'a.phusong'));
  expect(problem).toMatchObject({ file: 'a.phusong', place: 'study.json', rule: 'checksum' });
  const old = readStudyFile(zipSync({ 'study.json': text }), 'a.phusong');
  expect(canonicalJson(attachStudy(old.stored, study.base, 'a.phusong').scenarios)).toBe(
    canonicalJson(study.scenarios),
  );
});

/** A study that brings something to every layer, so that any of it can be spoilt. */
const aFullStudy = (): Study => {
  const antenna = { ...aStudy().base.pack.facts.antennas[0], id: 'own' };
  const site = aSite({ id: 'N-1', position: [105.83, 21.62] });
  const point = { type: 'Point' as const, coordinates: [105.83, 21.62] };
  const layers = {
    sites: [site],
    hamlets: [aHamlet({ id: 'H-9' })],
    antennas: [antenna],
    fibreNodes: [
      {
        type: 'Feature' as const,
        properties: { id: 'F-9', kind: 'hamlet' as const, communeCode: '05431' },
        geometry: point,
      },
    ],
    fibreRoutes: [
      {
        type: 'Feature' as const,
        properties: { id: 'R-9', from: 'F-9', to: 'F-9', lengthKm: 1 },
        geometry: {
          type: 'LineString' as const,
          coordinates: [
            [105.83, 21.62],
            [105.84, 21.62],
          ],
        },
      },
    ],
    communes: aStudy().base.pack.communes.features.slice(0, 1),
    measurements: [{ id: 'M-1', position: [105.83, 21.62] as const, operator: 'viettel', rsrpDbm: -90 }],
    parameters: aStudy().base.pack.facts.parameters,
    locks: [{ hostId: 'N-1', movedId: 'TN-0001', lock: 'force' as const }],
  };
  return does(aStudy(), operations.importFile(aStudy(), { file: 'all.csv', layers }));
};

type Value = string | number | null | readonly unknown[];

/** The saved study with one value of what it brings to a layer put in the place of another. */
const spoilt = (layer: string, way: string, value: Value): Uint8Array => {
  const stored = JSON.parse(
    new TextDecoder().decode(unzipSync(writeStudyFile(aFullStudy(), { withPack: false }))['study.json']),
  );
  const change = stored.scenarios[0].done[0].changes.find((one: { layer: string }) => one.layer === layer);
  const steps = way.split('.');
  const last = steps.pop()!;
  const within = steps.reduce((inside, step) => inside[step], change.after);
  if (!(last in within)) throw new Error(`There is no ${way} in ${layer}`);
  within[last] = value;
  return zipSync({ 'study.json': new TextEncoder().encode(JSON.stringify(stored)) });
};

test('what the tables below spoil opens as it is', () => {
  expect(reopened(aFullStudy()).scenarios).toHaveLength(1);
});

/** Values that no pack may hold either, with the rule they break and the value that is told. */
const broken: [string, string, Value, string, string][] = [
  ['sites', 'tenants.0.operator', 'nobody', 'unknown-reference', 'nobody'],
  ['sites', 'tenants.0.cells.0.band', 'b99', 'unknown-reference', 'b99'],
  ['sites', 'tenants.0.cells.0.antenna', 'none', 'unknown-reference', 'none'],
  ['sites', 'tenants.0.cells.0.bandwidthMHz', 0.1, 'not-one-of', '0.1'],
  ['sites', 'tenants.0.cells.0.powerDbm', 1e300, 'out-of-range', '1e+300'],
  ['sites', 'tenants.0.antennaHeightM', 499, 'above-mast', '499'],
  ['sites', 'heightM', -1, 'out-of-range', '-1'],
  ['sites', 'heightM', null, 'wrong-type', 'null'],
  ['sites', 'communeCode', '99999', 'unknown-commune', '99999'],
  ['sites', 'id', 'N-2', 'other-id', 'N-2'],
  ['sites', 'position', [104.83, 21.62], 'outside-province', '104.83, 21.62'],
  ['sites', 'position', [190, 21.62], 'out-of-range', '190'],
  ['sites', 'position', [105.83, 91], 'out-of-range', '91'],
  ['sites', 'position', ['105.83', 21.62], 'wrong-type', '105.83'],
  ['sites', 'tenants', [], 'out-of-range', '[]'],
  ['hamlets', 'communeCode', '99999', 'unknown-commune', '99999'],
  ['hamlets', 'clusters.0.people', -5, 'out-of-range', '-5'],
  ['hamlets', 'clusters.0.people', 1.5, 'out-of-range', '1.5'],
  ['hamlets', 'clusters.0.people', null, 'wrong-type', 'null'],
  ['hamlets', 'clusters.0.people', 0, 'no-people', 'Xóm Đình'],
  ['hamlets', 'clusters', [], 'out-of-range', '[]'],
  ['hamlets', 'clusters.0.position', [105.83, -181], 'out-of-range', '-181'],
  ['hamlets', 'centre', [-179, 21.62], 'outside-province', '-179, 21.62'],
  ['hamlets', 'households', -1, 'out-of-range', '-1'],
  ['hamlets', 'name', '', 'out-of-range', ''],
  ['hamlets', 'name', 'Xo\u0301m', 'not-nfc', 'Xo\u0301m'],
  ['fibreNodes', 'properties.communeCode', '99999', 'unknown-commune', '99999'],
  ['fibreNodes', 'geometry.coordinates', [181, 0], 'out-of-range', '181'],
  ['fibreRoutes', 'properties.from', 'F-0', 'unknown-reference', 'F-0'],
  ['fibreRoutes', 'properties.lengthKm', -1, 'out-of-range', '-1'],
  ['fibreRoutes', 'geometry.coordinates.1.1', 90.5, 'out-of-range', '90.5'],
  ['communes', 'properties.vintage', '1999', 'wrong-vintage', '1999'],
  ['communes', 'properties.districtCode', '999', 'unknown-reference', '999'],
  ['communes', 'geometry.coordinates.0.0.0', 200, 'out-of-range', '200'],
  ['antennas', 'gainDbi', 500, 'out-of-range', '500'],
  ['parameters', 'low', 1e9, 'wrong-order', '1000000000, 9213, 9213'],
  ['parameters', 'unit', '1/day', 'not-one-of', '1/day'],
  ['measurements', 'operator', 'nobody', 'not-one-of', 'nobody'],
  ['measurements', 'rsrpDbm', 20, 'out-of-range', '20'],
  ['locks', 'hostId', 'N-7', 'other-id', 'N-7<TN-0001'],
];

test.each(broken)(
  'a saved study whose %s have %s of %j is refused: the rules of a pack hold',
  (layer, way, value, rule, told) => {
    const open = () =>
      attachStudy(readStudyFile(spoilt(layer, way, value), 'a.phusong').stored, aStudy().base, 'a.phusong');
    const [problem] = problemsOf(open);
    expect(problem).toMatchObject({ rule, value: told });
    expect(problem.place).toMatch(/^scenarios\[0\]\.done\[0\]\.changes\[\d+\]\.after/);
  },
);
