// @module-tag slow
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCommuneFacts } from '../../../data/build/facts.ts';
import { readBoundaries } from '../../../data/build/real/boundaries.ts';
import type { BoundingBox, Commune } from '../../../src/model/place.ts';
import { InputError, type Problem } from '../../../src/model/problem.ts';
import { rectangle } from '../../files/pack/small-pack.ts';

const commune = (code: string, name: string): Commune => ({
  code,
  vintage: '2020',
  name,
  type: 'xã',
  districtCode: '164',
  districtName: 'Thành phố Thái Nguyên',
  point: [105.82, 21.62],
  areaKm2: 28.64,
  population: 5000,
  households: 1400,
});
const register = [commune('05431', 'Quán Triều'), commune('05434', 'Quang Vinh')];

const shape = (properties: object, box: BoundingBox) => ({ type: 'Feature', properties, geometry: rectangle(box) });
const west: BoundingBox = [105.8, 21.6, 105.85, 21.65];
const east: BoundingBox = [105.85, 21.6, 105.9, 21.65];
const read = (...features: object[]) =>
  readBoundaries(
    new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features })),
    'b.geojson',
    register,
    'Thái Nguyên',
  );

const problemsOf = (reading: () => unknown): readonly Problem[] => {
  try {
    reading();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).problems;
  }
  throw new Error('was read');
};

describe('boundaries from a file', () => {
  test.each(['gso_code', 'GSO', 'MA_XA', 'Mã xã', 'code'])('are matched by the code in %s', (name) => {
    const { communes } = read(shape({ [name]: '05434' }, east), shape({ [name]: '05431' }, west));
    expect(communes.features.map(({ properties }) => properties.name)).toEqual(['Quán Triều', 'Quang Vinh']);
    expect(communes.features[1].geometry).toEqual(rectangle(east));
  });

  test('know a code whose leading zero was lost', () => {
    expect(read(shape({ code: 5431 }, west), shape({ code: 5434 }, east)).communes.features).toHaveLength(2);
  });

  test('have figures of the register, and a point inside the shape of the file', () => {
    const { communes } = read(shape({ gso: '05431', population: 1 }, west), shape({ gso: '05434' }, east));
    const [lon] = communes.features[1].properties.point;
    expect(communes.features[0].properties).toEqual(register[0]);
    expect(lon).toBeGreaterThan(105.85);
    expect(lon).toBeLessThan(105.9);
  });

  test('make districts and the province', () => {
    const { districts, province } = read(shape({ gso: '05431' }, west), shape({ gso: '05434' }, east));
    expect(districts.features.map(({ properties }) => properties)).toEqual([
      { code: '164', name: 'Thành phố Thái Nguyên' },
    ]);
    expect(province.features[0].properties.name).toBe('Thái Nguyên');
  });

  test('a small overlap and a far-off area are warned of', () => {
    const { warnings } = read(
      shape({ gso: '05431' }, [105.8, 21.6, 105.85001, 21.65]),
      shape({ gso: '05434' }, [105.85, 21.6, 105.9, 21.66]),
    );
    expect(warnings.map(({ rule, place }) => [rule, place])).toEqual([
      ['area-differs', 'features[1]'],
      ['overlaps', 'features'],
      ['overlap', 'features[0]'],
    ]);
  });

  test('a gap between communes is told with its area', () => {
    const withHole = {
      type: 'Feature',
      properties: { gso: '05431' },
      geometry: {
        type: 'Polygon',
        coordinates: [...rectangle(west).coordinates, ...rectangle([105.82, 21.62, 105.83, 21.63]).coordinates],
      },
    };
    const gap = read(withHole, shape({ gso: '05434' }, east)).warnings.find(({ rule }) => rule === 'gap');
    // a hundredth of a degree each way at 21.6° N
    expect(gap?.ruleValues?.areaKm2).toBeCloseTo(1.15, 1);
  });
});

describe('boundaries that cannot be used', () => {
  test('an unknown code: the feature and the code', () => {
    const problems = problemsOf(() =>
      read(
        shape({ gso: '05431' }, west),
        shape({ gso: '05434' }, east),
        shape({ gso: '99', name: 'Lạ' }, [1, 1, 2, 2]),
      ),
    );
    expect(problems).toContainEqual(
      expect.objectContaining({
        file: 'b.geojson',
        place: 'features[2] (Lạ)',
        value: '99',
        rule: 'unknown-commune',
        severity: 'error',
      }),
    );
  });

  test('a missing commune: its name and code', () => {
    expect(problemsOf(() => read(shape({ gso: '05431' }, west)))).toMatchObject([
      { rule: 'missing-commune', value: 'Quang Vinh (05434)' },
    ]);
  });

  test('a code used twice: both features', () => {
    const problems = problemsOf(() =>
      read(
        shape({ gso: '05431' }, west),
        shape({ gso: '05434' }, east),
        shape({ gso: '05434' }, [105.9, 21.6, 106, 21.65]),
      ),
    );
    expect(problems).toMatchObject([
      { rule: 'duplicate-id', place: 'features[2]', ruleValues: { first: 'features[1]' } },
    ]);
  });

  test('no code at all: which field is missing', () => {
    expect(problemsOf(() => read(shape({ name: 'Quán Triều' }, west)))).toContainEqual(
      expect.objectContaining({ place: 'features[0] (Quán Triều)', rule: 'missing-field' }),
    );
  });

  test('an overlap of more than a thousandth: both features and its area', () => {
    const problems = problemsOf(() =>
      read(shape({ gso: '05431' }, west), shape({ gso: '05434' }, [105.84, 21.6, 105.9, 21.65])),
    );
    expect(problems.map(({ rule }) => rule)).toEqual(['overlaps', 'overlap']);
    expect(problems[1]).toMatchObject({ place: 'features[0]', value: 'features[1]' });
    // a hundredth by five hundredths of a degree
    expect(problems[1].ruleValues?.areaKm2).toBeCloseTo(5.75, 1);
  });
});

const shared = '../shared/data';
const codes = readCommuneFacts().map(({ commune }) => commune);
const fromShared = (path: string) => readBoundaries(readFileSync(`${shared}/${path}`), path, codes, 'Thái Nguyên');

describe.skipIf(!existsSync(shared))('the boundary files of Thái Nguyên', () => {
  test('of 2020: all 178 communes in 9 districts, no overlap, no gap, areas as in the register', () => {
    const { communes, districts, warnings } = fromShared('thai-nguyen/thai-nguyen-communes-2020.geojson');
    expect([communes.features.length, districts.features.length, warnings.length]).toEqual([178, 9, 0]);
  });

  test('the raw ones of 2011: three codes of another vintage and 15.6 km² of overlaps', () => {
    const problems = problemsOf(() => fromShared('imports/thai-nguyen-communes-2011-raw-overlaps.geojson'));
    const unknown = problems.filter(({ rule }) => rule === 'unknown-commune');
    expect(unknown.map(({ place, value }) => [place, value])).toEqual([
      ['features[34] (Xã Vinh Sơn)', '05524'],
      ['features[42] (Xã Kim Sơn)', '05557'],
      ['features[126] (Xã Hùng Sơn)', '05806'],
    ]);
    const total = problems.find(({ rule }) => rule === 'overlaps');
    expect(total?.ruleValues?.areaKm2).toBeCloseTo(15.63, 1);
    expect(problems.every(({ severity }) => severity === 'error')).toBe(true);
  });

  test('of 2025: other units', () => {
    const [first] = problemsOf(() => fromShared('thai-nguyen/thai-nguyen-communes-2025.geojson'));
    expect(first).toMatchObject({ rule: 'wrong-vintage', ruleValues: { expected: '2020' } });
  });
});
