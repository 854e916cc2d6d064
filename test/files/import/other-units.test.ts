import { describe, expect, test } from 'vitest';
import { otherCodesOf } from '../../../data/build/other-codes.ts';
import { errorsOf, imported, smallContext } from './an-import.ts';

/** 05431 in the west and 05434 in the east, both in the unit that is 05482 since 2025; 05482 was another commune before. */
const context = { ...smallContext, otherCodes: otherCodesOf(smallContext.communes!) };
const hamlets = (...rows: string[]) => `name,lon,lat,people,ma_xa,fibre\n${rows.join('\n')}\n`;

describe('a list that states commune codes of 2025, for communes of 2020', () => {
  test('is carried over to the communes its rows lie in, and how many rows is told', async () => {
    const { entries, problems } = await imported(
      'xom.csv',
      hamlets('A,105.82,21.62,312,5482,x', 'B,105.87,21.62,77,05482,x', 'C,105.88,21.62,40,,x'),
      context,
    );
    expect(entries.hamlets?.map(({ name, communeCode }) => [name, communeCode])).toEqual([
      ['A', '05431'],
      ['B', '05434'],
      ['C', '05434'],
    ]);
    expect(problems).toEqual([
      expect.objectContaining({
        rule: 'units-carried',
        severity: 'warning',
        place: 'row 2',
        ruleValues: { vintage: '2025', own: '2020', count: 2 },
      }),
    ]);
  });

  test('tells a row outside the unit it names, and takes the nearest commune of that unit', async () => {
    const east = { name: 'Linh Sơn', communes: ['05434'] };
    const west = { name: 'Quan Triều', communes: ['05431'] };
    const otherCodes = { vintage: '2025', units: new Map(Object.entries({ '05482': west, '05710': east })) };
    const { entries, problems } = await imported(
      'xom.csv',
      hamlets('A,105.82,21.62,312,05482,x', 'B,105.87,21.62,77,05710,x', 'C,105.83,21.62,40,05710,x'),
      { ...smallContext, otherCodes },
    );
    expect(entries.hamlets?.map(({ communeCode }) => communeCode)).toEqual(['05431', '05434', '05434']);
    expect(problems.map(({ rule, place, ruleValues }) => [rule, place, ruleValues])).toEqual([
      ['outside-commune', 'row 4', { commune: 'Linh Sơn (05710, 2025)' }],
      ['units-carried', 'row 2', { vintage: '2025', own: '2020', count: 3 }],
    ]);
  });

  test('knows no code that only communes of 2020 have, nor units elsewhere', async () => {
    const { problems } = await imported(
      'xom.csv',
      hamlets(
        'A,105.82,21.62,312,05482,x',
        'B,105.87,21.62,77,05482,x',
        'D,105.87,21.62,77,05434,x',
        // a unit of 2025 elsewhere in the province
        'E,105.87,21.62,40,05443,x',
      ),
      context,
    );
    expect(errorsOf(problems).map(({ value, ruleValues }) => [value, ruleValues])).toEqual([
      ['05434', { vintage: '2025' }],
      ['05443', { vintage: '2025' }],
    ]);
  });

  test('as boundaries is left out whole', async () => {
    const square = [
      [105.81, 21.61],
      [105.88, 21.61],
      [105.88, 21.64],
      [105.81, 21.64],
      [105.81, 21.61],
    ];
    const unit = {
      type: 'Feature',
      properties: { gso_code: '05482' },
      geometry: { type: 'Polygon', coordinates: [square] },
    };
    const file = JSON.stringify({ type: 'FeatureCollection', features: [unit] });
    const { entries, problems } = await imported('xa.geojson', file, context, 'boundaries');
    expect(entries.communes).toBeUndefined();
    expect(problems.map(({ rule, ruleValues }) => [rule, ruleValues])).toEqual([
      ['wrong-vintage', { expected: '2020' }],
    ]);
  });
});

test('a list that states codes of the communes themselves stays as it is, strays and all', async () => {
  const { entries, problems } = await imported(
    'xom.csv',
    hamlets('A,105.82,21.62,312,05431,x', 'B,105.87,21.62,77,05434,x', 'C,105.82,21.62,40,05434,x'),
    context,
  );
  expect(entries.hamlets?.map(({ communeCode }) => communeCode)).toEqual(['05431', '05434', '05434']);
  expect(problems.map(({ rule }) => rule)).toEqual(['outside-commune']);
});
