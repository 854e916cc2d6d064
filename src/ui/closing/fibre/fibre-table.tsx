import type { FibreFinding, FibreHamlet } from '../../../fibre/fibre-types.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import { goTo } from '../../app-state/go-to.ts';
import { lookup } from '../../app-state/study.ts';
import { communeTitle } from '../../app-state/titles.ts';
import { selection } from '../../app-state/view.ts';
import { usePages } from '../../kit/paged-list.tsx';
import { Cost } from '../cost.tsx';

const pageSize = 15;

const Row = ({ hamlet, byRadio }: { hamlet: FibreHamlet; byRadio: boolean }) => {
  const commune = lookup.value?.commune(hamlet.communeCode)?.properties;
  const isSelected = selection.value?.kind === 'hamlet' && selection.value.id === hamlet.id;
  return (
    <tr aria-current={isSelected ? 'true' : undefined}>
      <th scope="row">
        <button type="button" class="pair-name" onClick={() => goTo({ kind: 'hamlet', id: hamlet.id })}>
          <span class="row-title">
            {hamlet.order}. {hamlet.name}
          </span>
          <span class="row-sub">
            {commune && communeTitle(commune)}
            {byRadio && ` · ${t('closing.fibre.byRadio')}`}
          </span>
        </button>
      </th>
      <td class="number">{formatNumber(hamlet.homes)}</td>
      <td class="number">{formatNumber(hamlet.added.km, 1)}</td>
      <td class="number">
        <Cost vnd={hamlet.share.costVnd} />
      </td>
    </tr>
  );
};

/** Hamlets in building order: homes, what cable their turn adds, and their part of the whole cost. */
export const FibreTable = ({ finding }: { finding: FibreFinding }) => {
  const ordered = [...finding.hamlets].sort((a, b) => a.order - b.order);
  const { shown, pager } = usePages(ordered, pageSize, finding);
  const byRadio = new Set(finding.wireless.branches.flatMap(({ hamletIds }) => hamletIds));
  return (
    <section class="block">
      <h3>{t('closing.fibre.table')}</h3>
      <p class="quiet">{t('closing.fibre.tableNote')}</p>
      <table class="table pairs closing-plan">
        <thead>
          <tr>
            <th scope="col">{t('closing.fibre.hamlet')}</th>
            <th scope="col" class="number">
              {t('closing.fibre.homesHead')}
            </th>
            <th scope="col" class="number">
              {t('closing.fibre.km')}
            </th>
            <th scope="col" class="number">
              {t('closing.plan.cost')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((hamlet) => (
            <Row key={hamlet.id} hamlet={hamlet} byRadio={byRadio.has(hamlet.id)} />
          ))}
        </tbody>
      </table>
      {pager}
    </section>
  );
};
