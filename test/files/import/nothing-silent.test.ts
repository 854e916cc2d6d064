// @module-tag slow
import { expect, test } from 'vitest';
import type { Hamlet } from '../../../src/model/hamlet.ts';
import { InputError } from '../../../src/model/problem.ts';
import { fc } from '../../support/fast-check.ts';
import { type ListRow, type Writing, writeList } from './a-list.ts';
import { imported, smallContext } from './an-import.ts';

/** Lists a test; PHUSONG_FUZZ=10000 for the long run. */
const lists = Number(process.env.PHUSONG_FUZZ ?? 500);
const seed = 2020;

const syllables =
  'Xóm Đình Bản Chùa Nà Lương Đồng Tiến Gò Khuôn Phú Thượng Quyết Thắng Ngòi Mỏ Gà Trại Cài Suối Bến Đầm Hạ Sơn Cẩm Yên Ninh Bồ Đậu Giếng Mật Vải Kim Long Thác Dài'.split(
    ' ',
  );
const degrees = (from: number, to: number) =>
  // hundredths of a second, which every notation can write
  fc.integer({ min: Math.ceil(from * 360_000), max: Math.floor(to * 360_000) }).map((n) => n / 360_000);
const row = fc.record({
  name: fc.array(fc.constantFrom(...syllables), { minLength: 2, maxLength: 4 }).map((words) => words.join(' ')),
  lon: degrees(105.801, 105.899),
  lat: degrees(21.601, 21.649),
  people: fc.integer({ min: 1, max: 99_999 }),
  households: fc.integer({ min: 1, max: 9_999 }),
  hasFibre: fc.boolean(),
});
const rowsOf = fc
  .array(row, { minLength: 4, maxLength: 12 })
  .map((rows) => rows.map((one, i): ListRow => ({ id: `H-${i + 1}`, ...one })));

const writings: fc.Arbitrary<Writing> = fc
  .record({
    format: fc.constantFrom(
      'csv',
      'csv',
      'csv',
      'xlsx',
      'geojson',
      'geojson lines',
      'geojson array',
      'kml',
      'kmz',
      'shapefile',
    ),
    encoding: fc.constantFrom(
      'UTF-8',
      'UTF-8 with a mark',
      'UTF-16LE',
      'UTF-16BE',
      'UTF-16 without a mark',
      'windows-1258',
      'TCVN3',
      'VNI',
    ),
    delimiter: fc.constantFrom(';', ',', '\t', '|'),
    headings: fc.constantFrom('vi', 'en'),
    decimal: fc.constantFrom('.', ','),
    thousands: fc.constantFrom('', '.', ',', ' ', "'"),
    degrees: fc.constantFrom('decimal', 'signs', 'letters', 'blanks', 'one column'),
    flags: fc.constantFrom(
      ['Có', 'Không'],
      ['Đã có', 'Chưa'],
      ['x', '0'],
      ['1', '0'],
      ['TRUE', 'FALSE'],
      ['✓', 'Chưa có'],
      ['FTTH', 'no'],
      ['1.0', '0.0'],
    ),
    unit: fc.constantFrom('', ' người'),
    title: fc.boolean(),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    gzip: fc.boolean(),
  })
  .map((writing) => writing as unknown as Writing)
  .filter(({ decimal, thousands }) => decimal !== thousands)
  .map((writing) => {
    const isText = writing.format === 'csv' || writing.format === 'kml' || writing.format.startsWith('geojson');
    const isOneByte = ['windows-1258', 'TCVN3', 'VNI'].includes(writing.encoding);
    return {
      ...writing,
      // JSON and XML are written in UTF; a table of a shapefile is not in UTF-16, and has no mark
      ...(writing.format !== 'csv' && isText && isOneByte && { encoding: 'UTF-8' as const }),
      ...(writing.format === 'shapefile' && !isOneByte && { encoding: 'UTF-8' as const }),
      // the fonts of before Unicode have no tick
      ...(writing.flags[0] === '✓' && isOneByte && { flags: ['x', 'Chưa'] as const }),
    };
  });

type Read = Awaited<ReturnType<typeof imported>>;

/** The fields of a row in which what was read differs from what was written. */
const differences = (written: ListRow, read: Hamlet): string[] => {
  const pairs: Record<string, readonly [unknown, unknown]> = {
    name: [written.name, read.name],
    people: [written.people, read.clusters.reduce((sum, { people }) => sum + people, 0)],
    households: [written.households, read.households],
    hasFibre: [written.hasFibre, read.hasFibre],
  };
  const isAway = Math.abs(written.lon - read.centre[0]) > 2e-6 || Math.abs(written.lat - read.centre[1]) > 2e-6;
  return [
    ...Object.entries(pairs).flatMap(([field, [a, b]]) => (a === b ? [] : [field])),
    ...(isAway ? ['position'] : []),
  ];
};

/** Rows that were read otherwise than they were written, or not at all, without a word about them. */
const silent = (rows: readonly ListRow[], places: readonly string[], { entries, problems }: Read): string[] => {
  const byId = new Map(entries.hamlets?.map((hamlet) => [hamlet.id, hamlet]));
  const isToldAt = (row: string): boolean =>
    problems.some(({ place }) => place === row || place.startsWith(`${row},`) || place.startsWith(`${row} `));
  return rows.flatMap((written, i) => {
    const read = byId.get(written.id);
    if (!read) return isToldAt(places[i]) ? [] : [`${written.id} is missing`];
    const fields = differences(written, read);
    return fields.length === 0 || isToldAt(places[i]) ? [] : [`${written.id}: ${fields.join(', ')}`];
  });
};

test('any list in any notation, encoding and format comes back as it was, row for row and field for field', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOf, writings, async (rows, writing) => {
      const { file, bytes } = await writeList(rows, writing);
      const { entries, problems } = await imported(file, bytes, smallContext, 'hamlets');
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      const read = new Map(entries.hamlets?.map((hamlet) => [hamlet.id, hamlet]));
      for (const written of rows)
        expect([written.id, differences(written, read.get(written.id)!)]).toEqual([written.id, []]);
    }),
    { numRuns: lists, seed },
  );
}, 3_600_000);

/** What happens to a list on its way: its rows as texts, changed as people and programs change them. */
type Harm = (lines: string[][], pick: (n: number) => number) => string[][];
const harms: Readonly<Record<string, Harm>> = {
  'a cell too many': (lines, pick) =>
    lines.with(1 + pick(lines.length - 1), [...lines[1 + pick(lines.length - 1)], '7', '8']),
  'a cell too few': (lines, pick) => {
    const at = 1 + pick(lines.length - 1);
    return lines.with(
      at,
      lines[at].filter((_, c) => c !== pick(lines[at].length)),
    );
  },
  'an empty cell': (lines, pick) => {
    const at = 1 + pick(lines.length - 1);
    return lines.with(at, lines[at].with(pick(lines[at].length), ''));
  },
  'a cell of another row': (lines, pick) => {
    const [at, from] = [1 + pick(lines.length - 1), 1 + pick(lines.length - 1)];
    return lines.with(at, lines[at].with(0, lines[from][0]));
  },
  'words where a figure should be': (lines, pick) => {
    const at = 1 + pick(lines.length - 1);
    return lines.with(at, lines[at].with(2 + pick(4), 'khoảng 42'));
  },
  'figures of another order': (lines, pick) => {
    const at = 1 + pick(lines.length - 1);
    return lines.with(at, lines[at].with(4, `${lines[at][4]}000000`));
  },
  'a fraction of a person': (lines, pick) => {
    const at = 1 + pick(lines.length - 1);
    return lines.with(at, lines[at].with(4, '312.5'));
  },
  'a flag nobody knows': (lines, pick) => {
    const at = 1 + pick(lines.length - 1);
    return lines.with(at, lines[at].with(6, 'đang làm'));
  },
  'positions swapped': (lines) => lines.map((cells) => cells.with(2, cells[3]).with(3, cells[2])),
  'a name without end': (lines, pick) => {
    const at = 1 + pick(lines.length - 1);
    return lines.with(at, lines[at].with(1, 'Xóm '.repeat(2_000)));
  },
  'a sign that can’t be shown': (lines, pick) => {
    const at = 1 + pick(lines.length - 1);
    return lines.with(at, lines[at].with(1, `Xóm\u0007${lines[at][1]}`));
  },
  'a line between': (lines, pick) =>
    lines.toSpliced(
      1 + pick(lines.length - 1),
      0,
      lines[0].map(() => ''),
    ),
  'a total below': (lines) => [...lines, ['', 'Tổng', '', '', '99', '9', '']],
};

test('a list that was harmed on its way is read as written, refused, or every row that differs is told', async () => {
  const plain: Writing = {
    ...{ format: 'csv', encoding: 'UTF-8', delimiter: ';', headings: 'vi', decimal: '.', thousands: '' },
    ...{ degrees: 'decimal', flags: ['Có', 'Không'], unit: '', title: false, lineEnd: '\n', gzip: false },
  };
  const picks = fc.array(fc.nat(9_999), { minLength: 4, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(rowsOf, fc.constantFrom(...Object.keys(harms)), picks, async (rows, harm, drawn) => {
      const { file, bytes } = await writeList(rows, plain);
      const lines = new TextDecoder()
        .decode(bytes)
        .trimEnd()
        .split('\n')
        .map((line) => line.split(';'));
      let at = 0;
      const harmed = harms[harm](lines, (n) => drawn[at++ % drawn.length] % n);
      const blank = harmed.findIndex((cells, i) => i > 0 && cells.every((cell) => cell === ''));
      const places = rows.map((_, i) => `row ${i + 2 + (blank >= 0 && blank <= i + 1 ? 1 : 0)}`);
      const text = harmed.map((cells) => cells.join(';')).join('\n');
      try {
        const read = await imported(file, text, smallContext, 'hamlets');
        // an id that stands twice is told at its second row, whichever of the two had it first
        const known = harm === 'a cell of another row' ? rows.filter((_, i) => harmed[i + 1][0] === rows[i].id) : rows;
        expect(
          silent(
            known,
            places.filter((_, i) => known.includes(rows[i])),
            read,
          ),
        ).toEqual([]);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
    }),
    { numRuns: lists, seed },
  );
}, 3_600_000);

test('an archive with any byte changed is read equal or refused: workbook, shapefile and KMZ', async () => {
  const formats = fc.constantFrom<Writing['format'][]>('xlsx', 'shapefile', 'kmz');
  const changes = fc.array(fc.tuple(fc.nat(100_000), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 3 });
  const writing: Writing = {
    ...{ format: 'xlsx', encoding: 'UTF-8', delimiter: ';', headings: 'vi', decimal: '.', thousands: '' },
    ...{ degrees: 'decimal', flags: ['Có', 'Không'], unit: '', title: false, lineEnd: '\n', gzip: false },
  };
  await fc.assert(
    fc.asyncProperty(rowsOf, formats, changes, async (rows, format, changed) => {
      const { file, bytes, places } = await writeList(rows, { ...writing, format });
      for (const [at, by] of changed) bytes[at % bytes.length] ^= by;
      const start = performance.now();
      try {
        const read = await imported(file, bytes, smallContext, 'hamlets');
        expect(silent(rows, places, read)).toEqual([]);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
      expect(performance.now() - start).toBeLessThan(5_000);
    }),
    { numRuns: lists, seed },
  );
}, 3_600_000);
