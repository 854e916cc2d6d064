import { signal } from '@preact/signals';
import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { Failure } from '../../../resilience/resilience-types.ts';
import { goTo } from '../../app-state/go-to.ts';
import { usePages } from '../../kit/paged-list.tsx';
import type { FoundResilience } from './resilience-job.ts';

const pageSize = 10;

/** Which kind of failure is looked at. */
const failureKind = signal<Failure['kind']>('site');
const kinds = ['site', 'backhaul', 'grid'] as const satisfies readonly Failure['kind'][];

const showFailure = ({ kind, id }: Failure): void => goTo({ kind: kind === 'grid' ? 'commune' : 'site', id });

const Row = ({ failure }: { failure: Failure }) => (
  <tr data-failure={failure.id}>
    <th scope="row">
      <button type="button" class="pair-name" onClick={() => showFailure(failure)}>
        <span class="row-title">{failure.name}</span>
        {failure.kind !== 'site' && (
          <span class="row-sub">{t('closing.resilience.fallen', { count: failure.sites })}</span>
        )}
      </button>
    </th>
    <td class="number">{formatNumber(failure.people)}</td>
    <td class="number">{formatNumber(failure.hamletIds.length)}</td>
    <td class="number">{formatNumber(failure.partHamletIds.length)}</td>
  </tr>
);

/** Failures by what they take, worst first; a row shows the place. */
export const FailureTable = ({ found }: { found: FoundResilience }) => {
  const { failures } = found.finding;
  const there = kinds.filter((kind) => failures.some((failure) => failure.kind === kind));
  const kind = there.find((one) => one === failureKind.value) ?? 'site';
  const { shown, pager } = usePages(
    failures.filter((failure) => failure.kind === kind),
    pageSize,
    `${kind} ${failures.length}`,
  );
  if (failures.length === 0) return null;
  return (
    <section class="block">
      <h3>{t('closing.resilience.failures')}</h3>
      {there.length > 1 && (
        <fieldset class="segments" aria-label={t('closing.resilience.failures')}>
          {there.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === kind}
              onClick={() => {
                failureKind.value = one;
              }}
            >
              {t(`closing.resilience.kind.${one}`)}
            </button>
          ))}
        </fieldset>
      )}
      <table class="table pairs closing-plan">
        <thead>
          <tr>
            <th scope="col">{t(`closing.resilience.kindHead.${kind}`)}</th>
            <th scope="col" class="number">
              {t('closing.resilience.cutPeople')}
            </th>
            <th scope="col" class="number">
              {t('closing.resilience.cutHamlets')}
            </th>
            <th scope="col" class="number">
              {t('closing.resilience.cutPartly')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((failure) => (
            <Row key={failure.id} failure={failure} />
          ))}
        </tbody>
      </table>
      {pager}
    </section>
  );
};
