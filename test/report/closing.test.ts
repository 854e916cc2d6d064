import { describe, expect, it } from 'vitest';
import type { ClosingPlans } from '../../src/report/closing-plans.ts';
import type { Block } from '../../src/report/document/blocks.ts';
import { composeReport } from '../../src/report/document/compose.ts';
import { writeTable } from '../../src/report/document/written-table.ts';
import { textsAbout } from '../../src/report/report-input.ts';
import { defaultRolloutQuestion, type PlannedOption, type RolloutFinding } from '../../src/rollout/rollout-types.ts';
import { aHamlet, aSite } from '../files/pack/small-pack.ts';
import { aReport } from './a-report.ts';

const far = aHamlet({
  id: 'H-2',
  name: 'Xóm Xa',
  centre: [105.9, 21.69],
  clusters: [{ position: [105.9, 21.69], people: 57 }],
});
const report = await aReport({ hamlets: [aHamlet(), far] });
const cost = { low: 1e9, central: 2e9, high: 3e9 };
const option: PlannedOption = {
  id: 'mast/1/30/viettel',
  kind: 'mast',
  change: null,
  operator: 'viettel',
  siteId: null,
  site: aSite({ id: 'new', position: far.centre }),
  structuralCheck: null,
  serves: [0],
  people: 57,
  parts: [],
  backhaul: { means: 'fibre', litId: 'F-1', km: 2.5, hops: [], costVnd: cost, isKnown: true },
  power: { means: 'solar', costVnd: cost, isKnown: true },
  costVnd: cost,
  order: 1,
  year: null,
  adds: 57,
};
const finding: RolloutFinding = {
  question: defaultRolloutQuestion,
  settings: { ...report.findings.service, technology: '5G' },
  demands: [
    { hamlet: 1, place: 0, position: far.centre, people: 57 },
    { hamlet: 1, place: 'centre', position: far.centre, people: 0 },
  ],
  options: [],
  plan: [option],
  served: [0],
  leftOut: [
    {
      demand: 1,
      reason: 'budget',
      cheapestOptionId: null,
      obstacle: { altitudeM: 431, position: far.centre, distanceKm: 3.2, fromSiteId: 'TN-1', mastNeededM: 88 },
      alternative: { means: 'satellite', costVnd: cost, vndPerYear: cost },
    },
  ],
  people: { unserved: 57, reachable: 57, served: 57 },
  costVnd: cost,
  bill: [],
  sharing: { before: 0, after: 0 },
  proof: { reached: 2e9, bound: 2e9, gap: 0, method: 'milp', seconds: 1, repairs: 0 },
  notes: ['power-unknown'],
  parameters: [],
};
const closing: ClosingPlans = {
  rollout: { finding, hamletIds: report.findings.hamlets.map(({ id }) => id) },
  fibre: null,
  resilience: null,
};

const wordsIn = async (language: 'vi' | 'en', plans: ClosingPlans | undefined): Promise<string> => {
  const texts = await textsAbout(report.findings.service, language);
  const words = (block: Block): string[] => {
    if (block.kind !== 'table') return 'text' in block ? [block.text] : [];
    return [block.caption, ...writeTable(block.table, texts).rows.flat()];
  };
  const { parts } = composeReport({ ...report, language, texts, closing: plans });
  return parts.flatMap(({ blocks }) => blocks.flatMap(words)).join('\n');
};

describe('the chapter on closing the gaps', () => {
  it('is not there where nothing was worked out', async () => {
    expect(await wordsIn('vi', undefined)).not.toContain('KHÉP VÙNG TRỐNG');
    expect(await wordsIn('vi', { rollout: null, fibre: null, resilience: null })).not.toContain('KHÉP VÙNG TRỐNG');
  });

  it('says what is built, in which technology, who is left out and why, in both languages', async () => {
    const vietnamese = await wordsIn('vi', closing);
    for (const words of [
      'KHÉP VÙNG TRỐNG',
      'Phủ sóng 5G',
      'dựng cột mới',
      'Xóm Xa',
      'cáp quang 2,5 km',
      '431 m',
      '88 m',
    ])
      expect(vietnamese).toContain(words);
    const english = await wordsIn('en', closing);
    for (const words of ['CLOSING THE GAPS', 'Serving 5G', 'new mast', 'fibre 2.5 km', 'the budget', '88 m'])
      expect(english).toContain(words);
  });

  it('keeps chapters in one run of numbers', async () => {
    const sections = (text: string): string[] => text.match(/^[IVX]+\. /gm) ?? [];
    const without = sections(await wordsIn('vi', undefined));
    const withChapter = sections(await wordsIn('vi', closing));
    expect(withChapter.length).toBe(without.length + 1);
    expect(new Set(withChapter).size).toBe(withChapter.length);
  });
});
