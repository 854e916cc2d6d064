import { expect, test } from 'vitest';
import { fileKind, readTable } from '../../../src/files/import/table/read-table.ts';
import { errorsOf, imported, smallContext } from './an-import.ts';

const sites = `DANH SÁCH TRẠM BTS NĂM 2020;;;;;;
;;;;;;
Mã trạm;Kinh độ;Vĩ độ;Nhà mạng;Công nghệ;Chiều cao cột (m);Ghi chú
TN-1;105,82;21,62;Viettel;4G;42;gần chợ
TN-2;105,87;21,62;vinaphone, mobifone;3G, LTE;36,5;
`;

test('a Vietnamese list of masts needs no hand: title above, semicolons, decimal commas', async () => {
  const { entries, problems, proposal, taken } = await imported('tram.csv', sites);
  expect(proposal.missing).toEqual([]);
  expect(errorsOf(problems)).toEqual([]);
  expect(taken).toBe(2);
  const [first, second] = entries.sites ?? [];
  expect(first).toMatchObject({ id: 'TN-1', position: [105.82, 21.62], communeCode: '05431', heightM: 42 });
  expect(second.tenants.map(({ operator }) => operator)).toEqual(['vinaphone', 'mobifone']);
  expect(second).toMatchObject({ communeCode: '05434', heightM: 36.5 });
  expect(entries.extras).toEqual([{ of: 'sites/TN-1', values: { 'Ghi chú': 'gần chợ' } }]);
});

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  [...`\ufeff${text}`].forEach((character, i) => {
    view.setUint16(i * 2, character.charCodeAt(0), littleEndian);
  });
  return bytes;
};

/** 'Xóm Đình' in windows-1258: the tone of a vowel stands after it; 'Đ' is D0. */
const windows1258 = (text: string): Uint8Array => {
  const marks: Record<string, number> = {
    '\u0301': 0xec,
    '\u0300': 0xcc,
    '\u0309': 0xd2,
    '\u0303': 0xde,
    '\u0323': 0xf2,
  };
  const letters: Record<string, number> = { Đ: 0xd0, đ: 0xf0, â: 0xe2, ê: 0xea, ô: 0xf4, ơ: 0xf5, ư: 0xfd, ă: 0xe3 };
  const bytes = [...text].flatMap((character) => {
    if (character in letters) return [letters[character]];
    return [...character.normalize('NFD')].map((part) => marks[part] ?? part.charCodeAt(0));
  });
  return Uint8Array.from(bytes);
};

const hamlets = 'name,lon,lat,people\nXóm Đình,105.82,21.62,312\n';
test.each([
  ['UTF-8', new TextEncoder().encode(hamlets)],
  ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${hamlets}`)],
  ['UTF-16LE', utf16(hamlets, true)],
  ['UTF-16BE', utf16(hamlets, false)],
  ['windows-1258', windows1258(hamlets)],
])('%s is told by its bytes, and names come out in NFC', async (_, bytes) => {
  const { entries } = await imported('xom.csv', bytes);
  expect(entries.hamlets?.map(({ name, clusters }) => [name, clusters[0].people])).toEqual([['Xóm Đình', 312]]);
});

test.each([
  [',', '105.82,21.62'],
  [';', '105,82;21,62'],
  ['\t', '105,82\t21,62'],
  ['|', '105.82|21.62'],
])('the delimiter %j is found', async (delimiter, position) => {
  const header = ['name', 'lon', 'lat', 'people'].join(delimiter);
  const { entries } = await imported(
    'xom.csv',
    `${header}\nA${delimiter}${position}${delimiter}312\nB${delimiter}${position}${delimiter}1.286`,
  );
  expect(entries.hamlets?.map(({ centre, clusters }) => [centre, clusters[0].people])).toEqual([
    [[105.82, 21.62], 312],
    [[105.82, 21.62], 1286],
  ]);
});

test('swapped latitude and longitude are noticed, told, and read the other way round', async () => {
  const { entries, problems, proposal } = await imported('xom.csv', 'name,lon,lat,people\nA,21.62,105.82,312\n');
  expect(proposal.choice.swapped).toBe(true);
  expect(problems.map(({ rule }) => rule)).toContain('swapped');
  expect(entries.hamlets?.[0].centre).toEqual([105.82, 21.62]);
});

test('VN-2000 of the province is recognised, X being the northing', async () => {
  // 105.82° E, 21.62° N in EPSG:9213
  const { entries, proposal } = await imported('xom.csv', 'name,X,Y,people\nA,2391770,429500,312\n');
  expect(proposal.choice).toMatchObject({ epsg: 9213, swapped: true });
  const [lon, lat] = entries.hamlets?.[0].centre ?? [0, 0];
  expect(Math.abs(lon - 105.82)).toBeLessThan(0.01);
  expect(Math.abs(lat - 21.62)).toBeLessThan(0.01);
});

test('degrees, minutes and seconds are read, with Vietnamese and English winds', async () => {
  const text = `name;lon;lat;people\nA;105°49'12"Đ;21°37'12"B;312\nB;105 49 12;21 37.2;10\n`;
  const { entries } = await imported('xom.csv', text);
  for (const { centre } of entries.hamlets ?? []) {
    expect(centre[0]).toBeCloseTo(105.82, 6);
    expect(centre[1]).toBeCloseTo(21.62, 6);
  }
  expect(entries.hamlets).toHaveLength(2);
});

test('a bad row is told by row, value and rule, and left out; the others enter', async () => {
  const { entries, problems } = await imported(
    'tram.csv',
    `id,lon,lat,operator,height
good,105.82,21.62,viettel,42
nobody,105.82,21.62,nobody,42
far,107,21.62,viettel,42
tall,105.82,21.62,viettel,999
text,105.82,21.62,viettel,cao
nowhere,,,viettel,42
good,105.83,21.62,viettel,42
`,
  );
  expect(entries.sites?.map(({ id }) => id)).toEqual(['good']);
  expect(errorsOf(problems).map(({ place, value, rule }) => [place, value, rule])).toEqual([
    ['row 3, operator', 'nobody', 'not-one-of'],
    ['row 4', '107, 21.62', 'outside-province'],
    ['row 5, height', '999', 'out-of-range'],
    ['row 6, height', 'cao', 'wrong-type'],
    ['row 7', ', ', 'bad-geometry'],
    ['row 8', 'good', 'duplicate-id'],
  ]);
});

test('a commune is joined by code: an unknown one is refused, another than it lies in is told', async () => {
  const { entries, problems } = await imported(
    'xom.csv',
    'name,lon,lat,people,ma_xa,fibre\nA,105.82,21.62,312,5434,x\nB,105.82,21.62,312,99999,x\n',
  );
  expect(entries.hamlets?.map(({ name, communeCode }) => [name, communeCode])).toEqual([['A', '05434']]);
  expect(problems.map(({ rule }) => rule).sort()).toEqual(['outside-commune', 'unknown-commune']);
});

test('drive tests become measurements', async () => {
  const { entries } = await imported('do.csv', 'lon,lat,operator,RSRP\n105.82,21.62,viettel,-97.5\n');
  expect(entries.measurements).toEqual([
    { id: 'do-0001', position: [105.82, 21.62], operator: 'viettel', rsrpDbm: -97.5 },
  ]);
});

test('names of JavaScript’s own, markup and formulas are only text', async () => {
  const text =
    '__proto__,name,lon,lat,people,constructor,note\nx,<img src=x onerror=alert(1)>,105.82,21.62,3,y,"=HYPERLINK(""http://x"")"\n';
  const { entries } = await imported('xom.csv', text);
  expect(entries.hamlets?.[0].name).toBe('<img src=x onerror=alert(1)>');
  expect(entries.extras?.[0].values).toEqual({ note: '=HYPERLINK("http://x")' });
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('the first rows of a large file are read alone', async () => {
  const rows = Array.from({ length: 50_000 }, (_, i) => `A${i},105.82,21.62,312`).join('\n');
  const table = await readTable(new TextEncoder().encode(`name,lon,lat,people\n${rows}`), 'xom.csv', 100);
  expect(table.rows).toHaveLength(99);
  expect(table.cut).toBe(true);
});

test('a name does not hide what a file is', () => {
  expect(fileKind(new TextEncoder().encode('{"type":"FeatureCollection"}'), 'tram.csv')).toBe('geojson');
  expect(smallContext.communes?.features).toHaveLength(2);
});
