import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { headlineText } from '../../src/cli/report/headline-text.ts';
import { loadCommandTexts } from '../../src/i18n/load.ts';
import type { Technology } from '../../src/model/site.ts';
import type { Block } from '../../src/report/document/blocks.ts';
import { composeReport } from '../../src/report/document/compose.ts';
import { writeTable } from '../../src/report/document/written-table.ts';
import type { ReportContext } from '../../src/report/report-input.ts';
import { allTables } from '../../src/report/tables/all-tables.ts';
import { writeXlsx } from '../../src/report/xlsx/write-xlsx.ts';
import { aHamlet, aSite } from '../files/pack/small-pack.ts';
import { aReport } from './a-report.ts';

const [tenant] = aSite().tenants;
/** One site of one operator with that technology, in a band that it is used in. */
const siteOf = (technology: Technology) =>
  aSite({
    tenants: [
      {
        ...tenant,
        cells: tenant.cells.map((cell) => ({
          ...cell,
          technology,
          bandwidthMHz: { '2G': 0.2, '3G': 5, '4G': 20, '5G': 20 }[technology],
        })),
      },
    ],
  });

/** One near the site and one far from it. */
const hamlets = [
  aHamlet(),
  aHamlet({ id: 'H-2', centre: [105.9, 21.69], clusters: [{ position: [105.9, 21.69], people: 57 }] }),
];

const wordsOf = (block: Block, { texts }: ReportContext): string[] => {
  switch (block.kind) {
    case 'list':
      return [...block.items];
    case 'table': {
      // these hold what the article and the law speak of, and what the data say of themselves
      if (['targets', 'promises', 'parameters', 'provenance'].includes(block.table.id)) return [block.caption];
      const { heads, rows, total } = writeTable(block.table, texts);
      return [block.caption, ...heads, ...rows.flat(), ...(total ?? [])];
    }
    case 'figure':
      return [block.caption, block.figure.alt, block.figure.svg.replace(/<[^>]*>/g, ' ')];
    case 'contents':
      return [block.title, ...block.annexes];
    default:
      return 'text' in block ? [block.text] : 'title' in block ? [block.title] : [];
  }
};

/** Every word of the document, the workbook and the command's headline, but those of sources. */
const everyWord = async (input: ReportContext): Promise<string> => {
  const { title, parts } = composeReport(input);
  const texts = await loadCommandTexts(input.language);
  const book = unzipSync(await writeXlsx(input));
  return [
    title,
    ...parts.flatMap(({ blocks }) => blocks.flatMap((block) => wordsOf(block, input))),
    ...allTables(input)
      .filter(({ id }) => !['targets', 'promises', 'parameters', 'provenance'].includes(id))
      .flatMap(({ title: of, columns }) => [of, ...columns.map(({ label }) => label)]),
    strFromU8(book['xl/workbook.xml']),
    headlineText(input.findings, texts),
  ].join('\n');
};

describe.each(['vi', 'en'] as const)('a report (%s)', (language) => {
  test.each(['2G', '3G', '5G'] as const)('of %s speaks of it and of no other', async (technology) => {
    const input = await aReport({
      hamlets,
      sites: [siteOf(technology)],
      technology,
      language,
      report: { communeSheets: true },
    });
    const said = await everyWord(input);
    const others = ['2G', '3G', '4G', '5G'].filter((other) => other !== technology);
    for (const other of others)
      expect(said.split('\n').filter((line) => new RegExp(`\\b${other}\\b`).test(line))).toEqual([]);
    expect(said).toContain(technology);
    expect(
      input.findings.targets.find(({ indicator }) => indicator.id === 'target_4g_population_share')?.found ?? null,
    ).toBeNull();
  });

  test('counts 2G until the day it is switched off, and its cells as absent from then on', async () => {
    const on = (date: string) => aReport({ hamlets, sites: [siteOf('2G')], technology: '2G', language, date });
    const [before, after] = await Promise.all([on('2024-10-15'), on('2024-10-16')]);
    expect(before.findings.province.any.hamlets).toMatchObject({ served: 1, absent: 0 });
    expect(after.findings.province.any).toMatchObject({ hamlets: { served: 0, absent: 2 }, peopleUnserved: null });
    const switchedOff = after.texts.t('document.text.switchedOff', { technology: '2G', hamlets: '2' });
    expect(JSON.stringify(composeReport(after))).toContain(switchedOff);
    expect(JSON.stringify(composeReport(before))).not.toContain(switchedOff);
    const other = await aReport({ hamlets, sites: [siteOf('4G')], date: '2024-10-16' });
    expect(other.findings.province.any.hamlets.served).toBe(1);
  });

  test('of a technology that the network does not have says so, and lists no gap', async () => {
    const input = await aReport({
      hamlets,
      sites: [siteOf('4G')],
      technology: '5G',
      language,
      report: { communeSheets: true },
    });
    const said = await everyWord(input);
    expect(said).toContain(input.texts.t('document.text.absent', { technology: '5G', hamlets: '2' }));
    expect(said).toContain(input.texts.t('table.absent', { technology: '5G' }));
    expect(said).not.toMatch(/\b4G\b/);
    expect(allTables(input).find(({ id }) => id === 'gaps')?.rows).toEqual([]);
    // not one figure of people without it
    for (const { id, columns, rows } of allTables(input)) {
      const at = columns.findIndex((column) => column.id === 'people_unserved');
      if (at >= 0) expect([...new Set(rows.map((row) => row[at]))], id).toEqual(rows.length > 0 ? [null] : []);
    }
  });
});
