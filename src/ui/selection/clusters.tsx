import type { Findings, HamletFinding } from '../../findings/findings.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { Hamlet } from '../../model/hamlet.ts';
import { asked } from '../app-state/asked.ts';
import { StatusMark } from '../kit/status-mark.tsx';

interface ClustersProps {
  hamlet: Hamlet;
  finding: HamletFinding | undefined;
  findings: Findings | null;
}

const bestAt = (finding: HamletFinding, index: number): number | null => {
  const level = finding.operators.flatMap(({ clusterLevelDbm }) => clusterLevelDbm[index] ?? []);
  return level.length > 0 ? Math.max(...level) : null;
};

/** Each cluster's people and the best signal there of any operator. */
export const Clusters = ({ hamlet, finding, findings }: ClustersProps) => (
  <section class="block">
    <h3>{t('selection.clusters')}</h3>
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{t('selection.cluster')}</th>
          <th scope="col" class="number">
            {t('common.people')}
          </th>
          <th scope="col" class="number">
            {t('selection.level', asked.value)}
          </th>
        </tr>
      </thead>
      <tbody>
        {hamlet.clusters.map((cluster, index) => {
          const best = finding ? bestAt(finding, index) : null;
          const reached = best !== null && findings !== null && best >= findings.service.thresholdDbm;
          return (
            <tr key={cluster.position.join(',')}>
              <th scope="row">
                <StatusMark status={finding ? (reached ? 'served' : 'none') : 'pending'} /> {index + 1}
              </th>
              <td class="number">{formatNumber(cluster.people)}</td>
              <td class="number">{best === null ? '—' : t('unit.dbm', { value: formatNumber(best, 1) })}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </section>
);
