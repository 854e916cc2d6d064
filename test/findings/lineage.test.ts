// @module-tag slow
import { expect, test } from 'vitest';
import type { FigureId } from '../../src/findings/figures.ts';
import type { Findings } from '../../src/findings/findings.ts';
import { headlineFigures } from '../../src/findings/headline.ts';
import { loadReportTexts } from '../../src/i18n/load.ts';
import { term as terms } from '../../src/i18n/vi/report/term.ts';
import type { Parameter } from '../../src/model/facts.ts';
import { aSite } from '../files/pack/small-pack.ts';
import { aReport } from '../report/a-report.ts';
import { budget } from '../support/budget.ts';

/** Two sites of two operators, near enough to share. */
const tenantOf = (operator: string) => ({ ...aSite().tenants[0], operator });
const sites = [
  aSite(),
  aSite({ id: 'TN-0002', owner: 'vinaphone', position: [105.8305, 21.6302], tenants: [tenantOf('vinaphone')] }),
  aSite({ id: 'TN-0003', owner: 'mobifone', position: [105.87, 21.63], tenants: [tenantOf('mobifone')] }),
];
const findingsWith = async (change: (parameter: Parameter) => Parameter): Promise<Findings> =>
  (await aReport({ sites, parameters: change })).findings;

const figuresOf = (findings: Findings): Partial<Record<FigureId, unknown>> => {
  const { money } = findings.sharing;
  return {
    ...Object.fromEntries(headlineFigures(findings).map(({ id, value }) => [id, value])),
    consolidationSpread: money.consolidation.monteCarlo,
    avoidedNewBuildSpread: money.avoidedNewBuild.monteCarlo,
    rent: money.rentTransferVndPerYear,
    co2Consolidation: money.co2TonnesConsolidation,
    co2AvoidedNewBuild: money.co2TonnesAvoidedNewBuild,
  };
};

const asGiven = await findingsWith((parameter) => parameter);
const base = figuresOf(asGiven);

test('every figure of the headline and of the money has its lineage', () => {
  expect(asGiven.sharing.chosen.length).toBeGreaterThan(0);
  expect(asGiven.lineage.map(({ figure }) => figure)).toEqual(Object.keys(base));
});

test('a figure changes with the parameters it names, and with no other', async () => {
  const named = new Set(asGiven.lineage.flatMap(({ parameters }) => parameters));
  // where there is time, each of them
  const every = budget(3, 1);
  for (const { name } of asGiven.parameters.filter((_, i) => i % every === 0)) {
    const half = (value: number): number => value / 2;
    const found = figuresOf(
      await findingsWith((parameter) =>
        parameter.name === name
          ? { ...parameter, low: half(parameter.low), central: half(parameter.central), high: half(parameter.high) }
          : parameter,
      ),
    );
    const changed = asGiven.lineage.filter(
      ({ figure }) => JSON.stringify(found[figure]) !== JSON.stringify(base[figure]),
    );
    // the factor of a year that the horizon does not reach stands for the years after it
    const expected = asGiven.lineage.filter(({ parameters }) => parameters.includes(name));
    if (!/^grid_ef_/.test(name) || changed.length > 0)
      expect(
        changed.map(({ figure }) => figure),
        name,
      ).toEqual(expected.map(({ figure }) => figure));
    if (!named.has(name)) expect(changed, name).toEqual([]);
  }
});

test('every term, parameter and list a figure names is in the report', async () => {
  const { named, t } = await loadReportTexts('vi');
  const { meaning } = terms;
  for (const { terms: defined, parameters, list } of asGiven.lineage) {
    for (const term of defined) expect(meaning[term]).toBeTruthy();
    for (const name of parameters) expect(named('parameter.name', name), name).toBeTruthy();
    if (list) expect(t(`table.title.${list}`, { technology: '4G' })).toBeTruthy();
  }
});
