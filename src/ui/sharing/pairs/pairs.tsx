import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { Range } from '../../../model/facts.ts';
import { operations } from '../../../study/operations/index.ts';
import { isPossible, type PairOrder, pairStates, type SitePair } from '../../../study/pairs.ts';
import { asked } from '../../app-state/asked.ts';
import { flyToPositions } from '../../app-state/go-to.ts';
import { perform } from '../../app-state/perform.ts';
import { lookup } from '../../app-state/study.ts';
import { select, selection } from '../../app-state/view.ts';
import { Icon, type IconName } from '../../kit/icon.tsx';
import { usePages } from '../../kit/paged-list.tsx';
import { pairFilter, pairOrder, shownPairs } from './pair-list.ts';

const pageSize = 20;

const show = ({ hostId, donorId }: SitePair): void => {
  const places = lookup.peek();
  select({ kind: 'site', id: hostId });
  flyToPositions(
    [hostId, donorId].flatMap((id) => {
      const site = places?.site(id);
      return site ? [site.position] : [];
    }),
  );
};

const nameOf = ({ donorId, hostId }: SitePair): string => `${donorId} → ${hostId}`;

const stateText = (pair: SitePair): string => {
  const { state, merge, hamletId } = pair;
  if (merge) {
    const operators = merge.operatorsMoved.map((id) => lookup.value?.operatorName(id) ?? id).join(', ');
    return `${operators} · ${t(`sharing.bearing.${merge.structuralCheck}`)}`;
  }
  const reason = state === 'chosen' ? t('sharing.pairs.chosen') : t(`sharing.reason.${state}`, asked.value);
  const hamlet = hamletId === null ? null : (lookup.value?.hamlet(hamletId)?.name ?? hamletId);
  return hamlet === null ? reason : `${reason}: ${hamlet}`;
};

const LockButton = ({ pair, lock, icon }: { pair: SitePair; lock: 'force' | 'forbid'; icon: IconName }) => {
  const isSet = pair.lock === lock;
  const key = { hostId: pair.hostId, donorId: pair.donorId };
  const barred = lock === 'force' && !isSet && !isPossible(pair);
  const label = t(`sharing.pairs.${lock}`, { pair: nameOf(pair) });
  return (
    <button
      type="button"
      class="icon-button lock-button"
      data-lock={lock}
      aria-pressed={isSet}
      aria-label={label}
      disabled={barred}
      title={barred ? t('sharing.pairs.cannotForce', { reason: stateText(pair) }) : label}
      onClick={() =>
        perform((study) => (isSet ? operations.clearLock(study, key) : operations.setLock(study, { merge: key, lock })))
      }
    >
      <Icon name={icon} size={17} />
    </button>
  );
};

const million = (vnd: number): string => formatNumber(vnd / 1e6);

const Worth = ({ vnd }: { vnd: Range }) => (
  <>
    {million(vnd.central)}
    <span class="row-sub pair-range">{t('common.range', { low: million(vnd.low), high: million(vnd.high) })}</span>
  </>
);

const Row = ({ pair }: { pair: SitePair }) => {
  const isSelected = selection.value?.kind === 'site' && selection.value.id === pair.hostId;
  return (
    <tr data-merge={pair.id} data-lock={pair.lock ?? undefined} aria-current={isSelected ? 'true' : undefined}>
      <th scope="row">
        <button
          type="button"
          class="pair-name"
          aria-label={t('sharing.pairs.show', { pair: nameOf(pair) })}
          onClick={() => show(pair)}
        >
          <span class="row-title">{nameOf(pair)}</span>
          <span class="row-sub">{stateText(pair)}</span>
        </button>
      </th>
      <td class="number">{formatNumber(pair.distanceM)}</td>
      <td class="number">{pair.merge ? <Worth vnd={pair.merge.presentValueVnd} /> : '–'}</td>
      <td class="pair-locks">
        <LockButton pair={pair} lock="force" icon="pin" />
        <LockButton pair={pair} lock="forbid" icon="forbid" />
      </td>
    </tr>
  );
};

const SortHead = ({ by, label, numeric = false }: { by: PairOrder; label: string; numeric?: boolean }) => {
  const { by: now, descending } = pairOrder.value;
  const isNow = now === by;
  return (
    <th
      scope="col"
      class={numeric ? 'number' : undefined}
      aria-sort={isNow ? (descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        class="sort-button"
        data-sort={by}
        onClick={() => {
          pairOrder.value = { by, descending: isNow && !descending };
        }}
      >
        {label}
        <span aria-hidden="true">{isNow ? (descending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
};

const Filters = () => {
  const { text, state } = pairFilter.value;
  return (
    <div class="edit-grid">
      <label class="field">
        <span>{t('sharing.pairs.search')}</span>
        <input
          class="input"
          type="search"
          name="pair"
          value={text}
          onInput={(event) => {
            pairFilter.value = { ...pairFilter.value, text: event.currentTarget.value };
          }}
        />
      </label>
      <label class="field">
        <span>{t('sharing.pairs.state')}</span>
        <select
          name="pairState"
          value={state ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            pairFilter.value = { ...pairFilter.value, state: pairStates.find((one) => one === value) ?? null };
          }}
        >
          <option value="">{t('sharing.pairs.all')}</option>
          {pairStates.map((one) => (
            <option key={one} value={one}>
              {t(`sharing.pairs.states.${one}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
};

/** Every pair of near sites: found, sorted, locked. A lock is a moment of the scenario, and the plan follows it. */
export const Pairs = () => {
  const pairs = shownPairs.value;
  const { shown, pager } = usePages(pairs, pageSize, JSON.stringify([pairFilter.value, pairOrder.value]));
  return (
    <section class="block">
      <p class="quiet">{t('sharing.pairs.hint')}</p>
      <Filters />
      <p class="quiet tabular" role="status">
        {t('sharing.pairs.count', { count: formatNumber(pairs.length) })}
      </p>
      {pairs.length === 0 ? (
        <p>{t('sharing.pairs.none')}</p>
      ) : (
        <table class="table pairs">
          <thead>
            <tr>
              <SortHead by="plan" label={t('sharing.pairs.pair')} />
              <SortHead by="distance" label={t('sharing.pairs.distance')} numeric />
              <SortHead by="value" label={t('sharing.pairs.value')} numeric />
              <th scope="col" class="number">
                {t('sharing.pairs.lock')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((pair) => (
              <Row key={pair.id} pair={pair} />
            ))}
          </tbody>
        </table>
      )}
      {pager}
    </section>
  );
};
