// @module-tag slow
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { budget } from '../../support/budget.ts';
import { aDbf, aShp } from './a-shapefile.ts';
import { bytesOf, errorsOf, imported, smallContext } from './an-import.ts';

const rulesOf = (problems: readonly { rule: string }[]): string[] => problems.map(({ rule }) => rule);
const hamletsOf = async (text: string) => {
  const { entries, problems } = await imported('xom.csv', text, smallContext, 'hamlets');
  return { people: entries.hamlets?.map(({ clusters }) => clusters[0].people) ?? [], problems };
};
const withPeople = (...people: string[]): string =>
  `name;lon;lat;people;fibre\n${people.map((count) => `A;105.82;21.62;${count};x`).join('\n')}\n`;
const sitesOf = async (text: string) => {
  const { entries, problems } = await imported('tram.csv', text, smallContext, 'sites');
  return { sites: entries.sites ?? [], problems, heights: entries.sites?.map(({ heightM }) => heightM) ?? [] };
};

describe('a column tells how its numbers are written', () => {
  test.each<[string, string[], number[]]>([
    ['thousands by a point', ['1.286', '312', '12.345'], [1286, 312, 12_345]],
    ['thousands by a comma', ['1,286', '312'], [1286, 312]],
    ['thousands by a space, narrow or not', ['1 286', '1\u00a0286', '1\u202f286'], [1286, 1286, 1286]],
    ['thousands by an apostrophe', ["1'286", '312'], [1286, 312]],
    ['decimals that a program added', ['312.0', '1286.0'], [312, 1286]],
    ['a unit', ['312 người', '1.286 khẩu'], [312, 1286]],
    ['an exponent', ['1.286E+03', '312'], [1286, 312]],
  ])('%s', async (_, texts, expected) => {
    expect((await hamletsOf(withPeople(...texts))).people).toEqual(expected);
  });

  test('a mark that is one of decimals in one row is none of thousands in another: the row is told', async () => {
    const { people, problems } = await hamletsOf(withPeople('312.0', '1.286', '90.0', '45.0', '7.0'));
    expect(people).toEqual([312, 90, 45, 7]);
    expect(errorsOf(problems)).toMatchObject([{ place: 'row 3, people', value: '1.286', rule: 'wrong-type' }]);
  });

  test('both uses of a mark in one column: what could be either is told', async () => {
    const { people, problems } = await hamletsOf(withPeople('1.234,0', '1,234.0', '1.286'));
    expect(people).toEqual([1234, 1234]);
    expect(errorsOf(problems)).toMatchObject([{ place: 'row 4, people', rule: 'wrong-type' }]);
  });

  test('figures of a model are rounded, and that is told', async () => {
    const { people, problems } = await hamletsOf(withPeople('12.7', '31.2', '9.9'));
    expect(people).toEqual([13, 31, 10]);
    expect(problems).toContainEqual(expect.objectContaining({ rule: 'rounded', ruleValues: { count: 3 } }));
  });

  test('heights with three decimals are no thousands, since no structure is so high', async () => {
    const { heights, problems } = await sitesOf(
      'id;lon;lat;operator;technology;height\nA;105,82;21,62;viettel;4G;36,500\nB;105,83;21,62;viettel;4G;42,125\n',
    );
    expect(heights).toEqual([36.5, 42.125]);
    expect(problems).toContainEqual(
      expect.objectContaining({ rule: 'read-as-decimal', place: 'height', value: '36,500' }),
    );
  });

  test('positions in metres with thousands set apart', async () => {
    const { sites } = await sitesOf('id;Tọa độ X;Tọa độ Y;operator;height\nA;2.391.770;429.500;viettel;42\n');
    expect(sites[0].position[0]).toBeCloseTo(105.8209, 3);
    expect(sites[0].position[1]).toBeCloseTo(21.6202, 3);
  });

  test.each([
    ['height_ft', '138', 42.06],
    ['Height (feet)', '138', 42.06],
    ['Chiều cao (cm)', '4200', 42],
    ['height', '42m', 42],
    ['height', '138 ft', 42.06],
    ['height_m', '42', 42],
  ])('a height under %s: %s', async (heading, text, expected) => {
    expect((await sitesOf(`id;lon;lat;operator;${heading}\nA;105.82;21.62;viettel;${text}\n`)).heights).toEqual([
      expected,
    ]);
  });
});

describe('the height meant is that of the structure', () => {
  test.each([
    'height_asl,height_agl',
    'Độ cao,Chiều cao cột (m)',
    'elevation,height',
    'ground_height,tower_height',
    'Cao độ mặt đất,Chiều cao',
    'altitude,Độ cao cột',
  ])('%s', async (headings) => {
    expect((await sitesOf(`id,lon,lat,${headings},operator\nA,105.82,21.62,120,42,viettel\n`)).heights).toEqual([42]);
  });

  test('another column that would fit is named', async () => {
    const { problems } = await sitesOf('id,lon,lat,height,Chiều cao cột,operator\nA,105.82,21.62,42,40,viettel\n');
    expect(problems).toContainEqual(
      expect.objectContaining({
        rule: 'other-column',
        place: 'height',
        ruleValues: { field: 'height', others: 'Chiều cao cột' },
      }),
    );
  });
});

describe('headings', () => {
  const places = async (text: string) => (await sitesOf(text)).sites.map(({ position }) => position);
  test.each([
    ['21.62, 105.82'],
    ['105.82 21.62'],
    ['21,62; 105,82'],
    ['(21.62, 105.82)'],
    ['POINT (105.82 21.62)'],
    [`21°37'12"N 105°49'12"E`],
  ])('both coordinates in one column: %s', async (text) => {
    expect(await places(`id\tTọa độ\toperator\theight\nA\t${text}\tviettel\t42\nB\t${text}\tviettel\t42\n`)).toEqual([
      [105.82, 21.62],
      [105.82, 21.62],
    ]);
  });

  test('in two rows, one of them merged', async () => {
    const { sites } = await sitesOf(
      'DANH SÁCH;;;;;\nSTT;Mã trạm;Tọa độ;;Nhà mạng;Chiều cao\n;;Kinh độ;Vĩ độ;;\n1;T-1;105,82;21,62;viettel;42\n',
    );
    expect(sites.map(({ id, position }) => [id, position])).toEqual([['T-1', [105.82, 21.62]]]);
  });

  test('none, in the order of OpenCellID: the first cell is no heading', async () => {
    const cell = (id: number) => `LTE,452,4,30133,${id},0,105.82,21.62,1000,3,1,1459810867,1489774338,0`;
    const { rows, taken, problems } = await imported('cells.csv', [cell(3_654_401), cell(3_654_657)].join('\n'));
    expect([rows, taken]).toEqual([2, 2]);
    expect(problems).toContainEqual(
      expect.objectContaining({ rule: 'no-headings', ruleValues: { format: 'OpenCellID' } }),
    );
  });

  test('none at all: the first row is kept, and its columns are numbered', async () => {
    const error = await imported(
      'tram.csv',
      'T-1;105,82;21,62;Viettel;42\nT-2;105,83;21,62;Viettel;36\n',
      smallContext,
      'sites',
    ).catch((e: unknown) => e);
    expect(error).toMatchObject({
      problems: [{ rule: 'missing-field' }, { rule: 'missing-field' }, { rule: 'missing-field' }],
    });
  });

  test('a line that states the delimiter is none of the table', async () => {
    expect(await places('sep=;\nid;lon;lat;operator;height\nA;105,82;21,62;viettel;42\n')).toEqual([[105.82, 21.62]]);
  });
});

describe('rows', () => {
  test('with a cell too many are told; a column without a heading that every row has is kept', async () => {
    const moved = await hamletsOf('name,lon,lat,people,fibre\nA,105.82,21.62,1,286,x\nB,105.82,21.62,312,x\n');
    expect(moved.people).toEqual([312]);
    expect(errorsOf(moved.problems)).toMatchObject([{ place: 'row 2', rule: 'too-many-cells', value: 'x' }]);
    const unnamed = await imported(
      'xom.csv',
      'name,lon,lat,people,fibre\nA,105.82,21.62,3,x,cũ\nB,105.82,21.62,4,x,mới\nC,105.82,21.62,5,x,\n',
    );
    expect(unnamed.entries.extras?.map(({ values }) => values)).toEqual([{ '#6': 'cũ' }, { '#6': 'mới' }]);
    expect(unnamed.taken).toBe(3);
  });

  test('without an id in a list that has ids get one, and that is told', async () => {
    const { entries, problems } = await imported(
      'xom.csv',
      'id,name,lon,lat,people,fibre\nX,A,105.82,21.62,3,x\n,B,105.82,21.62,3,x\n',
    );
    expect(entries.hamlets?.map(({ id }) => id)).toEqual(['X', 'xom-0002']);
    expect(problems).toMatchObject([{ place: 'row 3', rule: 'made-id' }]);
  });

  test.each([
    ['too long', 'x'.repeat(100_000), 'too-large'],
    ['with a character that is none', 'A\ufffeB', 'bad-characters'],
    ['with a control', 'A\u0007B', 'bad-characters'],
    ['with a sign that turns the direction', 'A\u202eB', 'bad-characters'],
  ])('with a name %s are told', async (_, name, rule) => {
    const { people, problems } = await hamletsOf(`name;lon;lat;people;fibre\n${name};105.82;21.62;3;x\n`);
    expect(people).toEqual([]);
    expect(errorsOf(problems)).toMatchObject([{ place: 'row 2, name', rule }]);
  });

  test('beyond the antimeridian are refused as that', async () => {
    const { problems } = await imported('a.csv', 'name,lon,lat,people\nA,185.5,21.62,3\n', {
      communes: null,
      facts: null,
      box: null,
    });
    expect(rulesOf(errorsOf(problems))).toEqual(['antimeridian']);
  });
});

describe('fibre in words', () => {
  const words = {
    yes: [
      'Có',
      'có',
      'Đã có',
      'đã có cáp quang',
      'x',
      'X',
      'v',
      '1',
      '1.0',
      '1,0',
      'TRUE',
      'Yes',
      'FTTH',
      'GPON',
      '✓',
      '☑',
      'Viettel',
      'Viettel, VNPT',
      'FPT',
    ],
    no: ['Không', 'không có', 'Ko', 'Chưa', 'chưa có', '0', '0.0', 'FALSE', 'No', '✗'],
    neither: ['2', '80%', 'kế hoạch 2021', 'đang làm'],
  };
  test('yes, no, and what is neither is told', async () => {
    const all = [...words.yes, ...words.no, ...words.neither];
    const text = `name\tlon\tlat\tpeople\tCáp quang\n${all.map((word, i) => `X${i}\t105.82\t21.62\t3\t${word}`).join('\n')}\n`;
    const { entries, problems } = await imported('xom.csv', text);
    const lit = entries.hamlets?.flatMap(({ hasFibre }, i) => (hasFibre ? [all[i]] : []));
    expect(lit).toEqual(words.yes);
    expect(problems.flatMap(({ rule, value }) => (rule === 'fibre-unstated' ? [value] : []))).toEqual(words.neither);
  });
});

describe('measurements of several technologies', () => {
  const log = (...rows: string[]) => `Longitude\tLatitude\tOperator\tNetworkTech\tLevel\n${rows.join('\n')}\n`;
  const at = '105.82\t21.62\tviettel';
  test('only those of 4G are RSRP; the others are told with their technology', async () => {
    const { entries, problems } = await imported(
      'log.txt',
      log(`${at}\t4G\t-97`, `${at}\t2G\t-61`, `${at}\tHSPA+\t-71`, `${at}\t5G\t-90`, `${at}\tNO SERVICE\t-`),
    );
    expect(entries.measurements?.map(({ rsrpDbm }) => rsrpDbm)).toEqual([-97]);
    expect(errorsOf(problems).map(({ rule, ruleValues }) => [rule, ruleValues?.technology])).toEqual([
      ['not-rsrp', '2G'],
      ['not-rsrp', '3G'],
      ['not-rsrp', '5G'],
      ['not-one-of', undefined],
    ]);
  });

  test('a level that nobody names is taken for one of 4G, and that is told', async () => {
    const { entries, problems } = await imported(
      'do.csv',
      'lon,lat,operator,level\n105.82,21.62,viettel,-97\n',
      smallContext,
      'measurements',
    );
    expect(entries.measurements).toHaveLength(1);
    expect(rulesOf(problems)).toEqual(['assumed-rsrp']);
  });

  test.each([
    ['-97 dBm', -97],
    ['−97', -97],
    ['-97.5', -97.5],
  ])('%s is a level', async (text, expected) => {
    const { entries } = await imported('do.csv', `lon;lat;operator;RSRP\n105.82;21.62;viettel;${text}\n`);
    expect(entries.measurements?.[0].rsrpDbm).toBe(expected);
  });
});

describe('files of several parts', () => {
  const head = ['Mã trạm', 'Kinh độ', 'Vĩ độ', 'Nhà mạng', 'Chiều cao'];
  const site = (id: string) => [id, 105.82, 21.62, 'Viettel', 42];
  const sheet = (...rows: (string | number)[][]) => rows.map((row) => row.map((value) => ({ value })));
  const workbook = async (sheets: Record<string, ReturnType<typeof sheet>>) =>
    new Uint8Array(await writeXlsx(Object.entries(sheets).map(([name, data]) => ({ sheet: name, data }))).toBuffer());

  test('sheets of one list are one; others are named with their rows', async () => {
    const bytes = await workbook({
      Bìa: sheet(['TỔNG HỢP'], ['Năm', '2020']),
      Viettel: sheet(head, site('V-1'), site('V-2')),
      VNPT: sheet(head.toReversed(), site('N-1').toReversed()),
      'Ghi chú': sheet(['Mục', 'Nội dung'], ['1', 'a'], ['2', 'b']),
    });
    const { entries, problems } = await imported('tram.xlsx', bytes);
    expect(entries.sites?.map(({ id, heightM }) => [id, heightM])).toEqual([
      ['V-1', 42],
      ['V-2', 42],
      ['N-1', 42],
    ]);
    const unread = problems.filter(({ rule }) => rule === 'not-read');
    expect(unread.map(({ place, ruleValues }) => [place, ruleValues?.count])).toEqual([
      ['Bìa', 2],
      ['Ghi chú', 3],
    ]);
  });

  test('a workbook styled to its last row is read without it; one with a value there is refused', async () => {
    const bytes = await workbook({ A: sheet(head, site('V-1')) });
    const { unzipSync } = await import('fflate');
    const files = unzipSync(bytes);
    const path = 'xl/worksheets/sheet1.xml';
    const far = (cell: string) =>
      zipSync({
        ...files,
        [path]: bytesOf(
          new TextDecoder().decode(files[path]).replace('</sheetData>', `<row r="1048576">${cell}</row></sheetData>`),
        ),
      });
    expect((await imported('a.xlsx', far('<c r="XFD1048576" s="0"/>'))).taken).toBe(1);
    await expect(imported('a.xlsx', far('<c r="XFD1048576"><v>1</v></c>'))).rejects.toMatchObject({
      problems: [{ rule: 'too-large', place: 'XFD1048576' }],
    });
  });

  test('every KML of an archive is read, and links that lead out are named', async () => {
    const kml = (inside: string) => bytesOf(`<kml><Document>${inside}</Document></kml>`);
    const mark = (name: string) =>
      `<Placemark><name>${name}</name><ExtendedData><Data name="operator"><value>Viettel</value></Data><Data name="height"><value>42</value></Data></ExtendedData><Point><coordinates>105.82,21.62</coordinates></Point></Placemark>`;
    const link = (href: string) => `<NetworkLink><Link><href>${href}</href></Link></NetworkLink>`;
    const bytes = zipSync({
      'doc.kml': kml(link('files/a.kml') + link('https://example.vn/b.kml')),
      'files/a.kml': kml(mark('A')),
      'files/c.kml': kml(mark('C')),
    });
    const { taken, problems } = await imported('a.kmz', bytes);
    expect(taken).toBe(2);
    expect(problems.flatMap(({ rule, place }) => (rule === 'not-read' ? [place] : []))).toEqual([
      'https://example.vn/b.kml',
    ]);
  });

  const tower = (id: string, height: string) => [id, 'Viettel', height].map(bytesOf);
  const shapefile = (dbf: Uint8Array, points: number) =>
    zipSync({ 'tram.shp': aShp(Array.from({ length: points }, () => [105.82, 21.62] as const)), 'tram.dbf': dbf });
  const columns = ['ID', 'OPERATOR', 'HEIGHT'];

  test('records marked as deleted stay out, with their shapes', async () => {
    const dbf = aDbf(columns, [tower('T-1', '42'), tower('T-2', '30'), tower('T-3', '25')], { deleted: [1] });
    const { entries, problems } = await imported('tram.zip', shapefile(dbf, 3));
    expect(entries.sites?.map(({ id }) => id)).toEqual(['T-1', 'T-3']);
    expect(problems).toContainEqual(expect.objectContaining({ rule: 'deleted-rows', ruleValues: { count: 1 } }));
  });

  test('a header of FoxPro, with its whole numbers', async () => {
    const binary = (value: number) => Uint8Array.of(value, 0, 0, 0);
    const rows = [42, 30].map((heightM, i) => [bytesOf(`T-${i + 1}`), bytesOf('Viettel'), binary(heightM)]);
    const dbf = aDbf(columns, rows, { version: 0x30, types: ['C', 'C', 'I'] });
    const { entries } = await imported('tram.zip', shapefile(dbf, 2));
    expect(entries.sites?.map(({ heightM }) => heightM)).toEqual([42, 30]);
  });

  test('a table of other records than there are shapes is refused', async () => {
    const dbf = aDbf(columns, [tower('T-1', '42')]);
    await expect(imported('tram.zip', shapefile(dbf, 2))).rejects.toMatchObject({
      problems: [{ rule: 'wrong-count' }],
    });
  });

  test('the language byte tells an encoding that the words do not', async () => {
    const cyrillic = Uint8Array.from([0xc2, 0xfb, 0xf8, 0xea, 0xe0]);
    const dbf = aDbf([...columns, 'NAME'], [[...tower('T-1', '42'), cyrillic]], { languageByte: 201 });
    const { entries } = await imported('tram.zip', shapefile(dbf, 1));
    expect(JSON.stringify(entries)).toContain('T-1');
  });

  test('two layers of one list are one', async () => {
    const dbf = (id: string) => aDbf(columns, [tower(id, '42')]);
    const shp = aShp([[105.82, 21.62]]);
    const bytes = zipSync({
      'a.shp': shp,
      'a.dbf': dbf('A'),
      'b.shp': shp,
      'b.dbf': dbf('B'),
      'c.shp': shp,
      'c.dbf': aDbf(['X'], [[bytesOf('1')]]),
    });
    const { entries, problems } = await imported('tram.zip', bytes);
    expect(entries.sites?.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(problems.flatMap(({ rule, place }) => (rule === 'not-read' ? [place] : []))).toEqual(['c']);
  });
});

describe('forms of GeoJSON', () => {
  const feature = (coordinates: unknown, extra: object = {}, type = 'Point') => ({
    type: 'Feature',
    properties: { operator: 'Viettel', height: 42, technology: '4G' },
    geometry: { type, coordinates },
    ...extra,
  });
  const a = feature([105.82, 21.62]);
  const idsOf = async (content: string | Uint8Array) =>
    (await imported('tram.geojson', content)).entries.sites?.map(({ id }) => id);

  test('an array, a feature, features a line, with separators or without', async () => {
    const one = JSON.stringify(a);
    expect(await idsOf(`[${one},${one}]`)).toHaveLength(2);
    expect(await idsOf(one)).toHaveLength(1);
    expect(await idsOf(`${one}\n${one}\n`)).toHaveLength(2);
    expect(await idsOf(`\u001e${one}\n\u001e${one}\n`)).toHaveLength(2);
    await expect(imported('a.geojson', `${one}\n{"type":"Feature",\n`)).rejects.toMatchObject({
      problems: [{ rule: 'not-json', place: 'line 2, column 19' }],
    });
  });

  test('ids of features are kept, a property’s own id before them', async () => {
    const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
    expect(await idsOf(collection({ ...a, id: 'TN-1' }, { ...a, id: 7 }))).toEqual(['TN-1', '7']);
    expect(await idsOf(collection({ ...a, id: 0, properties: { ...a.properties, ma_tram: 'T-9' } }))).toEqual(['T-9']);
  });

  test('several points of one feature are as many sites; people of several are told', async () => {
    const multi = feature(
      [
        [105.82, 21.62],
        [105.83, 21.62],
      ],
      { id: 'X' },
      'MultiPoint',
    );
    expect(await idsOf(JSON.stringify(multi))).toEqual(['X-1', 'X-2']);
    const hamlet = { ...multi, properties: { name: 'A', people: 30 } };
    expect(errorsOf((await imported('xom.geojson', JSON.stringify(hamlet))).problems)).toMatchObject([
      { rule: 'bad-geometry' },
    ]);
  });

  test('a collection gives its points, and what is left is told', async () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [105.8, 21.6],
        [105.81, 21.6],
      ],
    };
    const mixed = { ...a, geometry: { type: 'GeometryCollection', geometries: [a.geometry, line] } };
    const { taken, problems } = await imported('tram.geojson', JSON.stringify(mixed));
    expect(taken).toBe(1);
    expect(rulesOf(problems)).toContain('geometry-left');
  });

  test('Esri JSON is refused as what it is', async () => {
    const esri = JSON.stringify({
      geometryType: 'esriGeometryPoint',
      features: [{ attributes: {}, geometry: { x: 1, y: 2 } }],
    });
    await expect(imported('a.json', esri)).rejects.toMatchObject({
      problems: [{ rule: 'not-geojson', value: 'Esri JSON' }],
    });
  });
});

describe('KML', () => {
  const mark = (inside: string) =>
    `<Placemark>${inside}<Point><coordinates>105.82, 21.62, 0</coordinates></Point></Placemark>`;
  const data =
    '<ExtendedData><Data name="operator"><value>Viettel</value></Data><Data name="height"><value>42</value></Data></ExtendedData>';
  const takenOf = async (text: string) => (await imported('a.kml', text)).taken;

  test('prefixes need no declaration, breaks in CDATA are text, blanks may stand behind commas', async () => {
    expect(
      await takenOf(
        `<kml xsi:schemaLocation="x">${mark(`<gx:x>1</gx:x>${data}<description><![CDATA[${'a<br>'.repeat(300)}]]></description>`)}</kml>`,
      ),
    ).toBe(1);
  });

  test('cut anywhere it is refused, not half read', async () => {
    const text = `<?xml version="1.0"?><kml>${mark(data)}${mark(data)}</kml>`;
    for (let at = 25; at < text.length; at += 7) await expect(imported('a.kml', text.slice(0, at))).rejects.toThrow();
  });

  test('placemarks by the ten thousand take seconds', async () => {
    const count = budget(20_000, 100_000);
    const start = performance.now();
    expect(await takenOf(`<kml><Document>${mark(data).repeat(count)}</Document></kml>`)).toBe(count);
    expect(performance.now() - start).toBeLessThan(count / 3);
  }, 60_000);
});
