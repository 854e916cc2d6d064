import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { faultsOfTexts } from '../../scripts/texts/faults.ts';
import type { Tree } from '../../scripts/texts/trees.ts';
import { readUses, type Uses } from '../../scripts/texts/uses.ts';

const folder = mkdtempSync(join(tmpdir(), 'texts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const vi = { unit: { km: '{{value}} km' }, status: { served: 'có sóng', none: 'trắng sóng' } };
const en = { unit: { km: '{{value}} km' }, status: { served: 'served', none: 'no signal' } };

const declarations = `
  type Key = 'unit.km' | 'status.served' | 'status.none' | 'unit.gone';
  declare const t: <One extends Key>(key: One) => string;
  declare const texts: { t: typeof t; named: <Table extends 'unit' | 'status'>(table: Table, name: string) => string };
`;

/** What a file of this code asks for, in a project of its own. */
const usesIn = (code: string): Uses[] => {
  const config = { compilerOptions: { strict: true }, files: ['declarations.d.ts', 'code.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  writeFileSync(join(folder, 'declarations.d.ts'), declarations);
  writeFileSync(join(folder, 'code.ts'), code);
  return readUses(join(folder, 'tsconfig.json'), (path) => path === join(folder, 'code.ts'));
};

const everything = "t('unit.km'); t('status.served'); t('status.none');";
const faultsWith = (languages: Record<string, Tree>, code = everything): string[] =>
  faultsOfTexts(languages, [], usesIn(code)).faults;

describe('the check of texts', () => {
  it('has nothing against texts that are there in both languages and used', () => {
    expect(faultsWith({ vi, en })).toEqual([]);
  });

  it.each<[string, Tree, string]>([
    ['a missing text', { ...en, status: { served: 'served' } }, 'status.none is missing in en'],
    ['one too many', { ...en, unit: { ...en.unit, m: '{{value}} m' } }, 'unit.m is missing in vi'],
    ['an empty text', { ...en, status: { served: 'served', none: ' ' } }, 'en: status.none is empty'],
    [
      'letters taken apart',
      { ...en, status: { served: 'có sóng'.normalize('NFD'), none: '–' } },
      'en: status.served is not in NFC',
    ],
    [
      'other values',
      { ...en, unit: { km: '{{length}} km' } },
      'unit.km takes other values in each language: value | length',
    ],
    [
      'a value that is none',
      { ...en, unit: { km: '{value}} {{value}} km' } },
      'en: unit.km has a brace that holds no value: {value}} {{value}} km',
    ],
    [
      'a name of the engine',
      { ...en, unit: { km: '{{value}} {{context}}' } },
      "en: unit.km calls a value context, which is i18next's",
    ],
  ])('refuses %s', (_, english, fault) => {
    expect(faultsWith({ vi, en: english })).toContain(fault);
  });

  it('refuses a text that no code asks for, and code that asks for no text', () => {
    expect(faultsWith({ vi, en }, "t('unit.km'); t('status.served');")).toEqual(['status.none is used by no code']);
    expect(faultsWith({ vi, en }, `${everything} t('unit.gone');`)).toEqual([
      `${join(folder, 'code.ts')} asks for unit.gone, which is no text`,
    ]);
  });

  it('knows what a template comes to from the type of its values', () => {
    const status = (type: string): string => `declare const what: ${type}; t('unit.km'); texts.t(\`status.\${what}\`);`;
    expect(faultsWith({ vi, en }, status("'served' | 'none'"))).toEqual([]);
    expect(faultsWith({ vi, en }, status("'served'"))).toEqual(['status.none is used by no code']);
  });

  it('takes for used what a table of keys lists, and what the data looks up', () => {
    const listed = "const keys: Key[] = ['status.served', 'status.none'];";
    expect(faultsWith({ vi, en }, `${listed} t('unit.km'); keys.map((key) => t(key));`)).toEqual([]);
    expect(faultsWith({ vi, en }, "t('unit.km'); texts.named('status', name);")).toEqual([]);
  });
});
