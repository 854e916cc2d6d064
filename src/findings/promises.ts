import type { ServiceSettings } from '../coverage/service/service-types.ts';
import type { PackTables } from '../model/pack.ts';
import type { SharingFinding } from '../sharing/plan/plan-types.ts';
import type { AreaRow, HamletRemedy, PromiseId, PromiseRow, ReportedFigure } from './findings.ts';

const shareDigits = 4;
const rounded = (value: number): number => Math.round(value * 10 ** shareDigits) / 10 ** shareDigits;

/** Who the article says would start 5G. */
const fiveGOperators = ['mobifone', 'vinaphone'];

/** Later official figures among the parameters, and the day or year each is of. */
const reported: Partial<
  Record<PromiseId, readonly (readonly [name: string, date: string, unit: 'share' | 'hamlets'])[]>
> = {
  'signal-for-all': [
    ['hamlets_no_3g4g_2023', '2023', 'hamlets'],
    ['mobile_bb_hamlets_2024', '2024-12', 'share'],
  ],
  'fibre-in-hamlets': [['fibre_hamlets_2024', '2024-12', 'share']],
};

const reportedOf = ({ facts }: PackTables, id: PromiseId): ReportedFigure[] =>
  (reported[id] ?? []).flatMap(([name, date, unit]) => {
    const row = facts.parameters.find((parameter) => parameter.name === name);
    if (!row) return [];
    const value = unit === 'share' ? rounded(row.central / 100) : row.central;
    return [{ name, value, unit, date, source: row.source }];
  });

interface PromiseSource {
  pack: PackTables;
  province: AreaRow;
  settings: ServiceSettings;
  sharing: SharingFinding;
  remedies: readonly HamletRemedy[];
}

/** Hamlets of a gap that something is planned for. */
const closed = (remedies: readonly HamletRemedy[], gap: HamletRemedy['gap']): HamletRemedy[] =>
  remedies.filter((remedy) => remedy.gap === gap && remedy.means !== 'none');

type Answer = Pick<PromiseRow, 'found' | 'basis' | 'after' | 'afterBy' | 'needs'>;

const unanswered = (needs: NonNullable<PromiseRow['needs']>): Answer => ({
  found: null,
  basis: 'unknown',
  after: null,
  afterBy: null,
  needs,
});

const answers: Record<PromiseId, (source: PromiseSource) => Answer> = {
  'signal-for-all': ({ province, settings, remedies }) => {
    if (settings.technology !== '4G') return unanswered('run-of-4g');
    const { unservedShare, peopleUnserved, peopleUnknown } = province.any;
    const known = province.people - peopleUnknown;
    if (unservedShare === null || peopleUnserved === null)
      return unanswered(province.people === 0 ? 'people' : 'network');
    const found = rounded(1 - unservedShare);
    const gained = closed(remedies, 'signal').reduce((sum, { peopleServed }) => sum + peopleServed, 0);
    // a merge that would lose a home is never chosen
    const after = rounded(1 - Math.max(0, peopleUnserved - gained) / known);
    return { found, basis: 'computed', after, afterBy: gained > 0 ? 'rollout' : 'sharing', needs: null };
  },
  'fibre-in-hamlets': ({ province, remedies }) => {
    if (province.hamlets === 0) return unanswered('people');
    const left = province.withoutFibre.hamlets;
    const joined = closed(remedies, 'fibre').length;
    return {
      found: rounded(1 - left / province.hamlets),
      basis: 'input',
      after: joined > 0 ? rounded(1 - Math.max(0, left - joined) / province.hamlets) : null,
      afterBy: joined > 0 ? 'rollout' : null,
      needs: null,
    };
  },
  sharing: ({ sharing }) => ({
    found: rounded(sharing.today.d1),
    basis: 'input',
    after: rounded(sharing.after.d1),
    afterBy: 'sharing',
    needs: null,
  }),
  'five-g': ({ pack }) => ({
    found: fiveGOperators.filter((operator) =>
      pack.sites.some(({ tenants }) =>
        tenants.some((tenant) => tenant.operator === operator && tenant.cells.some((cell) => cell.technology === '5G')),
      ),
    ).length,
    basis: 'input',
    after: null,
    afterBy: null,
    needs: null,
  }),
  'postal-points': ({ pack }) => {
    const found = pack.points.features.filter(({ properties }) => properties.kind === 'post-point').length;
    return found === 0
      ? unanswered('postal-points')
      : { found, basis: 'input', after: null, afterBy: null, needs: null };
  },
  'local-radio': () => unanswered('local-radio'),
  'poor-homes': () => unanswered('poor-homes'),
  'it-zone': () => unanswered('it-zone'),
};

/** What each promise is held against: the indicator that states it, its figure where that is another, and its day. */
const stated: Record<PromiseId, { indicator: string; value?: number | null; unit: PromiseRow['unit']; due: string }> = {
  'signal-for-all': { indicator: 'target_4g_population_share', unit: 'share', due: '2021-06-30' },
  'fibre-in-hamlets': { indicator: 'hamlets_with_fibre_share', unit: 'share', due: '2020-12-31' },
  sharing: { indicator: 'site_sharing_rate_national_average', unit: 'share', due: '2020-12-31' },
  'five-g': { indicator: 'target_5g_year', value: fiveGOperators.length, unit: 'operators', due: '2021' },
  'postal-points': { indicator: 'postal_service_points', unit: 'points', due: '2020-12-31' },
  // of the programmes of 2021-2025 the article gives the aim and no figure
  'local-radio': { indicator: 'target_4g_population_share', value: null, unit: 'communes', due: '2025' },
  'poor-homes': { indicator: 'target_4g_population_share', value: null, unit: 'homes', due: '2025' },
  'it-zone': { indicator: 'yen_binh_it_zone_ha', unit: 'ha', due: '2020-12-31' },
};

const ids = Object.keys(stated) as PromiseId[];

/**
 * Every promise of the article against the study: its figure, what the open plan makes of it, or which list is needed to
 * tell. Empty for a pack that does not carry the article's indicators.
 */
export const findPromises = (source: PromiseSource): PromiseRow[] => {
  const indicators = new Map(source.pack.facts.indicators.map((indicator) => [indicator.id, indicator]));
  return ids.flatMap((id) => {
    const { indicator: name, value, unit, due } = stated[id];
    const indicator = indicators.get(name);
    if (!indicator) return [];
    return [
      {
        id,
        stated: value === undefined ? indicator.value : value,
        unit,
        due,
        source: indicator.source,
        ...answers[id](source),
        reported: reportedOf(source.pack, id),
      },
    ];
  });
};

/** The same with another plan of sharing. */
export const promisesWith = (rows: readonly PromiseRow[], sharing: SharingFinding): PromiseRow[] =>
  rows.map((row) => (row.id === 'sharing' ? { ...row, after: rounded(sharing.after.d1) } : row));
