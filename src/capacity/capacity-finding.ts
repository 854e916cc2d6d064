import { referenceSignalPowerDbm } from '../radio/link-budget.ts';
import {
  type CapacityFinding,
  type CapacityNote,
  type CapacityPlace,
  type CapacityQuestion,
  type CapacityScene,
  type HamletRate,
  type PlaceRate,
  type RateCount,
  rateSteps,
} from './capacity-types.ts';
import { rateAt } from './link.ts';
import { settleLoads } from './loads.ts';
import { indexCells } from './network-cells.ts';
import { capacityParameters, capacityRows, demandKbps } from './parameters.ts';

const better = (a: PlaceRate | null, b: PlaceRate | null): PlaceRate | null =>
  !a || (b && b.downMbps > a.downMbps) ? b : a;

/** People by the rates they get at least; a place counts the best of the rates it is given. */
const countRates = (places: readonly CapacityPlace[], bestAt: (place: number) => PlaceRate | null): RateCount => {
  const count = (of: (rate: PlaceRate) => number): number[] =>
    rateSteps.map((step) =>
      places.reduce((sum, { people }, p) => {
        const rate = bestAt(p);
        return rate && of(rate) >= step ? sum + people : sum;
      }, 0),
    );
  return { outdoors: count((rate) => rate.downMbps), indoors: count((rate) => rate.indoorDownMbps) };
};

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** What people get of what arrives where they live, and how full the cells are. */
export const capacityFinding = (
  scene: CapacityScene,
  question: CapacityQuestion,
  places: readonly CapacityPlace[],
): CapacityFinding => {
  const { operators, sites, settings, parameters } = scene;
  const terms = capacityParameters(parameters);
  const { cells } = indexCells(scene);
  const common = {
    cells,
    deviceNoiseDb: terms.deviceNoiseDb.central,
    stationNoiseDb: terms.stationNoiseDb.central,
    layers: question.layers,
  };
  const perHead = demandKbps(terms);
  const inUse = question.load === null ? null : new Float64Array(cells.length).fill(question.load);
  const { loads, byCell } = settleLoads(places, common, perHead.central, inUse);

  const powerOf = new Map(
    sites.flatMap(({ tenants }) => tenants.flatMap((tenant) => tenant.cells.map((cell) => [cell.id, cell] as const))),
  );
  const referencePowerDbm = (cell: number): number => referenceSignalPowerDbm(powerOf.get(cells[cell].id)!);
  const indoors = { building: question.building, percent: question.indoorPercent };
  const rates = places.map(({ received }) =>
    received.map((of) => of && rateAt(of, { ...common, loads }, indoors, referencePowerDbm)),
  );
  const best = rates.map((of) => of.reduce<PlaceRate | null>(better, null));
  const asked = operators.flatMap((id, o) => (question.operator === null || question.operator === id ? [o] : []));
  const overflowing = byCell.filter(({ load }) => load > 1).length;
  const notes: [CapacityNote, boolean][] = [
    ['technology-absent', !cells.some(({ operator }) => asked.some((o) => operators[o] === operator))],
    ['no-second-cell', places.every(({ received }) => received.every((of) => !of || of.others.length === 0))],
    ['overflows', question.load === null && overflowing > 0],
    ['edge-is-quiet', question.load === null && question.communeCodes !== null],
    ['demand-assumed', question.load === null],
  ];
  return {
    question,
    settings,
    people: places.reduce((sum, { people }) => sum + people, 0),
    any: countRates(places, (p) => best[p]),
    byOperator: Object.fromEntries(asked.map((o) => [operators[o], countRates(places, (p) => rates[p][o])])),
    cells,
    loads: byCell.toSorted((a, b) => b.load - a.load || a.cell - b.cell),
    overflowing,
    hamlets: hamletRates(scene, cells, places, rates, best),
    demandKbpsPerHead: perHead,
    notes: notes.filter(([, is]) => is).map(([note]) => note),
    parameters: parameters.filter(({ name }) => capacityRows.includes(name)),
  };
};

const hamletRates = (
  { hamlets, operators }: CapacityScene,
  cells: CapacityFinding['cells'],
  places: readonly CapacityPlace[],
  rates: readonly (readonly (PlaceRate | null)[])[],
  best: readonly (PlaceRate | null)[],
): HamletRate[] => {
  const placesOf: number[][] = hamlets.map(() => []);
  places.forEach(({ hamlet }, p) => {
    placesOf[hamlet].push(p);
  });
  return hamlets.map(({ id, name, communeCode, centre }, h): HamletRate => {
    const own = placesOf[h];
    const centreAt = own.find((p) => places[p].place === 'centre')!;
    const rate = best[centreAt];
    const operator = rate ? rates[centreAt].indexOf(rate) : -1;
    const peopleAt = (of: readonly number[]): number => of.reduce((sum, p) => sum + places[p].people, 0);
    return {
      hamletId: id,
      name,
      communeCode,
      position: [centre[0], centre[1]],
      people: peopleAt(own),
      operator: operators[operator] ?? null,
      cellId: rate ? cells[rate.cell].id : null,
      rsrpDbm: rate && tenths(rate.rsrpDbm),
      rsrqDb: rate && tenths(rate.rsrqDb),
      sinrDb: rate && tenths(rate.sinrDb),
      downMbps: tenths(rate?.downMbps ?? 0),
      upMbps: tenths(rate?.upMbps ?? 0),
      indoorDownMbps: tenths(rate?.indoorDownMbps ?? 0),
      peopleByRate: rateSteps.map((step) => peopleAt(own.filter((p) => (best[p]?.downMbps ?? 0) >= step))),
    };
  });
};
