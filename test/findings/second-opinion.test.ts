import { expect, test } from 'vitest';
import { defaultServiceSettings, type ServiceResult } from '../../src/coverage/service/service-types.ts';
import { secondOpinion } from '../../src/findings/second-opinion.ts';
import { aHamlet } from '../files/pack/small-pack.ts';

const operators = ['viettel', 'vinaphone'];

/** Levels point by point, the operators' beside each other: centre and cluster of each hamlet in turn. */
const serviceOf = (levels: readonly (readonly [viettel: number, vinaphone: number])[]): ServiceResult => ({
  operators,
  levelDbm: Float64Array.from(levels.flat()),
  site: new Int32Array(levels.length * operators.length),
  cell: new Int32Array(levels.length * operators.length),
});

const certain = { certainty: 'certain' as const };
const found = { ...certain, operators: operators.map((operator) => ({ operator, ...certain })) };
const [loud, faint] = [-90, -130];

const opinionOn = (
  first: Parameters<typeof serviceOf>[0],
  second: Parameters<typeof serviceOf>[0],
  hamlets = [aHamlet()],
) =>
  secondOpinion({
    hamlets,
    found: hamlets.map(() => found),
    settings: defaultServiceSettings,
    first: serviceOf(first),
    second: serviceOf(second),
    secondModel: 'itm',
  });

test('a hamlet that one model alone serves is not certain, and says which', () => {
  const { first, second, byHamlet } = opinionOn(
    [
      [loud, faint],
      [loud, faint],
    ],
    [
      [-112.5, faint],
      [loud, faint],
    ],
  );
  expect([first, second]).toEqual(['delta-bullington', 'itm']);
  const [{ centre, clusters, certainty, differenceDb }] = byHamlet;
  expect({ centre, clusters, certainty, differenceDb }).toEqual({
    centre: 'first-only',
    clusters: ['both'],
    certainty: 'one-model-only',
    differenceDb: -22.5,
  });
});

test('what both serve, or neither does, is as sure as the first model says', () => {
  const both = opinionOn(
    [
      [loud, faint],
      [loud, faint],
    ],
    [
      [-100, faint],
      [-100, faint],
    ],
  ).byHamlet[0];
  expect([both.centre, both.certainty]).toEqual(['both', 'certain']);
  const neither = opinionOn(
    [
      [faint, faint],
      [faint, faint],
    ],
    [
      [faint, faint],
      [faint, faint],
    ],
  ).byHamlet[0];
  expect([neither.centre, neither.certainty]).toEqual(['neither', 'certain']);
});

test('operators are judged one by one: where each is served by one model, both models may serve the hamlet', () => {
  const [hamlet] = opinionOn(
    [
      [loud, faint],
      [loud, faint],
    ],
    [
      [faint, loud],
      [faint, loud],
    ],
  ).byHamlet;
  expect(hamlet.centre).toBe('both');
  expect(hamlet.operators.map(({ operator, centre, certainty }) => [operator, centre, certainty])).toEqual([
    ['viettel', 'first-only', 'one-model-only'],
    ['vinaphone', 'second-only', 'one-model-only'],
  ]);
});

test('hamlets and people add up to all, people by their own cluster', () => {
  const near = { position: [105.822, 21.622] as const, people: 40 };
  const hamlets = [aHamlet(), aHamlet({ id: 'H-05431-02', clusters: [...aHamlet().clusters, near] })];
  const first = [
    [loud, faint],
    [loud, faint],
    [faint, faint],
    [loud, faint],
    [faint, faint],
  ] as const;
  const second = [
    [loud, faint],
    [faint, faint],
    [faint, loud],
    [loud, faint],
    [faint, faint],
  ] as const;
  const opinion = opinionOn(first, second, hamlets);
  expect(opinion.hamlets).toEqual({ both: 1, 'first-only': 0, 'second-only': 1, neither: 0 });
  expect(opinion.people).toEqual({ both: 312, 'first-only': 312, 'second-only': 0, neither: 40 });
  expect(opinion.byHamlet.map(({ peopleOneModelOnly }) => peopleOneModelOnly)).toEqual([312, 0]);
});

test('verdicts are decided on exact levels, and a silence has no difference', () => {
  const [hamlet] = opinionOn(
    [
      [-110.001, Number.NaN],
      [Number.NaN, Number.NaN],
    ],
    [
      [-109.999, Number.NaN],
      [loud, Number.NaN],
    ],
  ).byHamlet;
  expect([hamlet.centre, hamlet.differenceDb]).toEqual(['second-only', 0]);
  expect(hamlet.clusters).toEqual(['second-only']);
  expect(hamlet.operators[1]).toMatchObject({ centre: 'neither', differenceDb: null });
});
