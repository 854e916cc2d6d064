import { describe, expect, it } from 'vitest';
import { defaultServiceSettings, emptyServiceResult } from '../../src/coverage/service/service-types.ts';
import { sumAreas } from '../../src/findings/area-sums.ts';
import { findHamlets } from '../../src/findings/hamlet-findings.ts';
import type { Hamlet } from '../../src/model/hamlet.ts';
import type { Pack, PackManifest } from '../../src/model/pack.ts';
import { aHamlet, aPack, aSite } from '../files/pack/small-pack.ts';
import { budget } from '../support/budget.ts';
import { fc } from '../support/fast-check.ts';

/** A pack of one site and some hamlets of so many clusters, ten people in each. */
const packOf = (clusters: readonly number[]): Pack => {
  const hamlets = clusters.map(
    (count, h): Hamlet =>
      aHamlet({
        id: `H-${h}`,
        clusters: Array.from({ length: count }, () => ({ position: [105.82, 21.62], people: 10 })),
      }),
  );
  const draft = aPack({ hamlets, sites: [aSite()] });
  const facts = {
    ...draft.facts,
    operators: ['viettel', 'vinaphone'].map((id) => ({ id, name: id, mccMnc: '452-00', source: 'a test' })),
  };
  return { ...draft, facts, manifest: { ...draft.manifest, files: [] } as PackManifest } as Pack;
};

const findingsOf = (
  pack: Pack,
  levels: readonly number[],
  outside: readonly number[],
  technology: '4G' | '5G' = '4G',
) => {
  const operators = pack.facts.operators.map(({ id }) => id);
  const service = emptyServiceResult(operators, levels.length);
  levels.forEach((level, point) => {
    // all of the one operator that has a station
    service.levelDbm[point * operators.length + operators.indexOf('viettel')] = level;
  });
  const hamlets = findHamlets(pack, service, { ...defaultServiceSettings, technology }, Uint8Array.from(outside));
  return { hamlets, ...sumAreas(pack, hamlets) };
};

describe('a place without terrain', () => {
  it('is unknown, and its people neither served nor unserved', () => {
    const { hamlets, province } = findingsOf(packOf([1, 2]), [-80, Number.NaN, Number.NaN, -80, -80], [0, 1, 1, 0, 0]);
    // a served centre whose only home is not known; a centre that is not known
    expect(hamlets.map(({ status, peopleUnserved, peopleUnknown }) => [status, peopleUnserved, peopleUnknown])).toEqual(
      [
        ['unknown', 0, 10],
        ['unknown', 0, 0],
      ],
    );
    expect(province.any).toMatchObject({ peopleUnserved: 0, peopleUnknown: 10, unservedShare: 0 });
  });

  it('makes no hole of a hamlet, but hides none either', () => {
    const { hamlets } = findingsOf(packOf([2]), [-80, Number.NaN, -130], [0, 1, 0]);
    expect(hamlets[0]).toMatchObject({ status: 'partial', peopleUnserved: 10, peopleUnknown: 10 });
  });

  it('counts everybody once, whatever is known and served', () => {
    const point = fc.record({ level: fc.constantFrom(-80, -130, Number.NaN), outside: fc.constantFrom(0, 1) });
    fc.assert(
      fc.property(
        fc.array(fc.array(point, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
        (drawn) => {
          const points = drawn.flat();
          const { hamlets, province } = findingsOf(
            packOf(drawn.map((of) => of.length - 1)),
            points.map(({ level }) => level),
            points.map(({ outside }) => outside),
          );
          const { any } = province;
          const people = (wanted: (one: { level: number; outside: number }) => boolean): number =>
            10 * drawn.flatMap(([, ...clusters]) => clusters).filter(wanted).length;
          expect(any.peopleUnknown).toBe(people(({ outside }) => outside === 1));
          expect(any.peopleUnserved).toBe(people(({ level, outside }) => outside === 0 && !(level >= -110)));
          expect(Object.values(any.hamlets).reduce((sum, count) => sum + count, 0)).toBe(hamlets.length);
          expect(Object.values(any.hamletPeople).reduce((sum, count) => sum + count, 0)).toBe(province.people);
          drawn.forEach(([centre], h) => {
            expect(hamlets[h].status === 'none').toBe(centre.outside === 0 && !(centre.level >= -110));
          });
        },
      ),
      { numRuns: budget(30, 1000) },
    );
  });
});

describe('a technology', () => {
  it('that the network does not have is absent, and no gap of anybody', () => {
    const { hamlets, province } = findingsOf(packOf([1]), [Number.NaN, Number.NaN], [0, 0], '5G');
    expect(hamlets[0]).toMatchObject({ status: 'absent', peopleUnserved: null });
    expect(province.any.hamlets).toEqual({ served: 0, partial: 0, none: 0, unknown: 0, absent: 1 });
    expect(province.any).toMatchObject({ peopleUnserved: null, unservedShare: null });
  });

  it('that one operator does not have is absent of that operator alone', () => {
    const { hamlets, province } = findingsOf(packOf([1]), [-130, -130], [0, 0]);
    expect(hamlets[0].status).toBe('none');
    expect(hamlets[0].operators.map(({ operator, status }) => [operator, status])).toEqual(
      hamlets[0].operators.map(({ operator }) => [operator, operator === 'viettel' ? 'none' : 'absent']),
    );
    expect([province.any.peopleUnserved, province.byOperator.viettel.peopleUnserved]).toEqual([10, 10]);
    expect(province.byOperator.vinaphone.peopleUnserved).toBeNull();
  });
});

describe('a hamlet by its centre, its people by their homes', () => {
  it('may be without signal and have nobody unserved, or have a hole and everybody unserved', () => {
    const { hamlets, province } = findingsOf(packOf([1, 1]), [-130, -80, -80, -130], [0, 0, 0, 0]);
    expect(hamlets.map(({ status, peopleUnserved }) => [status, peopleUnserved])).toEqual([
      ['none', 0],
      ['partial', 10],
    ]);
    expect(province.any).toMatchObject({ peopleUnserved: 10, unservedShare: 0.5 });
  });
});
