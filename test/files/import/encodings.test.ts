import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/files/import/text/decode-text.ts';
import { fromTcvn3, fromVni } from '../../../src/files/import/text/legacy-encodings.ts';
import { isSyllable } from '../../../src/files/import/text/vietnamese.ts';
import { InputError } from '../../../src/model/problem.ts';
import { encoded } from './a-list.ts';
import { imported, smallContext } from './an-import.ts';

const motto = 'Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc';

test('text of the fonts of before Unicode, as anybody would have it from another program', () => {
  expect(fromTcvn3('Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc')).toBe(motto);
  expect(fromVni('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc')).toBe(motto);
  expect(fromVni('XOÙM ÑÌNH')).toBe('XÓM ĐÌNH');
});

test.each(['xóm', 'Đình', 'nghĩa', 'Nguyễn', 'khuỷu', 'giếng', 'quyết', 'Ỷ', 'ươm', 'ngoằn', 'thuở'])(
  '%s is a syllable',
  (word) => {
    expect(isSyllable(word)).toBe(true);
  },
);
test.each(['§×nh', 'Xoùm', 'nghÜa', 'café', 'ÿþ', 'Ã³m', 'Krông'])('%s is none', (word) => {
  expect(isSyllable(word)).toBe(false);
});

describe('bytes of text', () => {
  const list = 'Tên xóm;Dân số\nXóm Đình;312\nBản Nà Lương;40\nThôn Thượng;7\n';
  test.each([
    'UTF-8',
    'UTF-8 with a mark',
    'UTF-16LE',
    'UTF-16BE',
    'UTF-16 without a mark',
    'windows-1258',
    'TCVN3',
    'VNI',
  ] as const)('%s is told by its marks, its zeros or its words', (encoding) => {
    expect(decodeText(encoded(list, encoding), 'a.csv').text).toBe(list);
  });

  test('that are UTF-8 but for one line late in the file are refused with that line', () => {
    const good = new TextEncoder().encode('Xóm Đình;312\n'.repeat(20_000));
    const bytes = new Uint8Array([...good, 0x58, 0xff, 0xfe, 0xc3, 0x28, 0x0a]);
    try {
      decodeText(bytes, 'a.csv');
      throw new Error('was read');
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      expect((error as InputError).problems).toMatchObject([{ rule: 'wrong-encoding', place: 'line 20001' }]);
    }
  });

  test('cut inside a character are refused', () => {
    const bytes = new TextEncoder().encode('Xóm Đình;312\nBản Nà');
    expect(() => decodeText(bytes.slice(0, -1), 'a.csv')).toThrow(InputError);
  });
});

describe('cells of an old font in a table of Unicode', () => {
  const read = async (...rows: string[]) =>
    imported('xom.csv', `name,lon,lat,people,fibre,note\n${rows.join('\n')}\n`, smallContext);

  test('are turned, and that is told; other columns stay', async () => {
    const { entries, problems } = await read('Xãm §×nh,105.82,21.62,312,x,Đường nhựa', 'B¶n Nµ,105.83,21.62,40,x,Café');
    expect(entries.hamlets?.map(({ name }) => name)).toEqual(['Xóm Đình', 'Bản Nà']);
    expect(entries.extras?.map(({ values }) => values.note)).toEqual(['Đường nhựa', 'Café']);
    expect(problems).toMatchObject([{ rule: 'legacy-text', ruleValues: { encoding: 'TCVN3 (ABC)', count: 2 } }]);
  });

  test('of VNI, with headings in it, too', async () => {
    const text = 'Teân xoùm,Kinh ñoä,Vó ñoä,Daân soá,Caùp quang\nXoùm Ñình,105.82,21.62,312,Coù\n';
    const { entries } = await imported('xom.csv', text, smallContext);
    expect(entries.hamlets?.map(({ name, hasFibre }) => [name, hasFibre])).toEqual([['Xóm Đình', true]]);
  });

  test('that are of another language stay as they are', async () => {
    const { entries } = await read('Krông Pắc,105.82,21.62,312,x,µm', 'Café ½ £5,105.83,21.62,40,x,10 × 20 m²');
    expect(entries.hamlets?.map(({ name }) => name)).toEqual(['Krông Pắc', 'Café ½ £5']);
  });
});
