import type { HamletFinding, HamletStatus } from './findings.ts';

/** Which hamlets are meant. Null and empty mean no limit. */
export interface HamletFilter {
  district: string | null;
  commune: string | null;
  statuses: readonly HamletStatus[];
  /** Whose signal counts; null for the best of all. */
  operator: string | null;
  withoutFibre: boolean;
}

export const noFilter: HamletFilter = {
  district: null,
  commune: null,
  statuses: [],
  operator: null,
  withoutFibre: false,
};

/** Status by one operator, or by the best of all for null. */
export const statusBy = (hamlet: HamletFinding, operator: string | null): HamletStatus =>
  operator === null
    ? hamlet.status
    : (hamlet.operators.find((service) => service.operator === operator)?.status ?? 'absent');

const matchesFilter = (hamlet: HamletFinding, filter: HamletFilter): boolean =>
  (filter.district === null || hamlet.districtCode === filter.district) &&
  (filter.commune === null || hamlet.communeCode === filter.commune) &&
  (!filter.withoutFibre || !hamlet.hasFibre) &&
  (filter.statuses.length === 0 || filter.statuses.includes(statusBy(hamlet, filter.operator)));

/** The hamlets meant, those with most people without signal first, then the largest, then by id. */
export const filterHamlets = (hamlets: readonly HamletFinding[], filter: HamletFilter): HamletFinding[] =>
  hamlets
    .filter((hamlet) => matchesFilter(hamlet, filter))
    .sort((a, b) => (b.peopleUnserved ?? 0) - (a.peopleUnserved ?? 0) || b.people - a.people || (a.id < b.id ? -1 : 1));

export interface AreaSum {
  code: string;
  name: string;
  hamlets: number;
  people: number;
}

/** Hamlets and people by district or commune, most people first. */
export const sumByArea = (hamlets: readonly HamletFinding[], level: 'district' | 'commune'): AreaSum[] => {
  const sums = new Map<string, AreaSum>();
  for (const hamlet of hamlets) {
    const code = level === 'district' ? hamlet.districtCode : hamlet.communeCode;
    const name = level === 'district' ? hamlet.districtName : hamlet.communeName;
    const sum = sums.get(code) ?? { code, name, hamlets: 0, people: 0 };
    sum.hamlets += 1;
    sum.people += hamlet.people;
    sums.set(code, sum);
  }
  return [...sums.values()].sort((a, b) => b.people - a.people || (a.code < b.code ? -1 : 1));
};
