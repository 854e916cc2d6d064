import type { AreaRow, HamletFinding, HamletRemedy, PilotHamlet } from './findings.ts';

/** What is missing and what is planned for it; once for each thing that is missing, and once where nothing is. */
const rowsOf = (hamlet: HamletFinding, remedies: ReadonlyMap<string, HamletRemedy>): Omit<PilotHamlet, 'order'>[] => {
  const { id, name, communeCode, communeName, people, status, peopleUnserved, hasFibre } = hamlet;
  const common = { hamletId: id, name, communeCode, communeName, people, status, peopleUnserved, hasFibre };
  const gaps: HamletRemedy['gap'][] = [
    // what is not known, or of a technology that is absent, is no gap
    ...(status === 'none' || status === 'partial' ? ['signal' as const] : []),
    ...(hasFibre ? [] : ['fibre' as const]),
  ];
  if (gaps.length === 0) return [{ ...common, gap: null, remedy: null }];
  return gaps.map((gap) => ({ ...common, gap, remedy: remedies.get(`${id} ${gap}`) ?? null }));
};

const worstFirst = (a: HamletFinding, b: HamletFinding): number =>
  (b.peopleUnserved ?? 0) - (a.peopleUnserved ?? 0) ||
  Number(a.hasFibre) - Number(b.hasFibre) ||
  b.people - a.people ||
  (a.id < b.id ? -1 : 1);

/**
 * The pilot communes hamlet by hamlet. In each commune what lacks something comes first, in the order of the plan where
 * there is one, else by the people it concerns.
 */
export const findPilotHamlets = (
  pilots: readonly AreaRow[],
  hamlets: readonly HamletFinding[],
  remedies: readonly HamletRemedy[],
): PilotHamlet[] => {
  const remedyOf = new Map(remedies.map((remedy) => [`${remedy.hamletId} ${remedy.gap}`, remedy]));
  const place = new Map(remedies.map((remedy, i) => [remedy, i]));
  const planned = ({ remedy }: Omit<PilotHamlet, 'order'>): number =>
    remedy ? (place.get(remedy) ?? remedies.length) : remedies.length;
  return pilots.flatMap(({ code }) => {
    const rows = hamlets
      .filter(({ communeCode }) => communeCode === code)
      .sort(worstFirst)
      .flatMap((hamlet) => rowsOf(hamlet, remedyOf));
    const lacking = rows.filter(({ gap }) => gap !== null).sort((a, b) => planned(a) - planned(b));
    return [
      ...lacking.map((row, i) => ({ ...row, order: i + 1 })),
      ...rows.filter(({ gap }) => gap === null).map((row) => ({ ...row, order: null })),
    ];
  });
};
