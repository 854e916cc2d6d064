import { t } from '../../i18n/language.ts';
import type { SharingFinding } from '../../sharing/plan/plan-types.ts';
import { lookup } from '../app-state/study.ts';
import { PlaceLink } from '../kit/place-link.tsx';

/** A sentence of the language with a link where it says `{{site}}`. */
const withLink = (sentence: string, siteId: string) => {
  const [before, after = ''] = sentence.split('{{site}}');
  return (
    <p>
      {before}
      <PlaceLink kind="site" id={siteId}>
        {siteId}
      </PlaceLink>
      {after}
    </p>
  );
};

/** What the sharing plan does with a site; nothing where it leaves it alone. */
export const SiteMerges = ({ siteId, sharing }: { siteId: string; sharing: SharingFinding }) => {
  const taken = sharing.chosen.filter(({ hostId }) => hostId === siteId);
  const gone = sharing.chosen.find(({ donorId }) => donorId === siteId);
  if (taken.length === 0 && !gone) return null;
  const names = (operators: readonly string[]): string =>
    operators.map((id) => lookup.value?.operatorName(id) ?? id).join(', ');
  return (
    <section class="block">
      <h3>{t('selection.merge')}</h3>
      {taken.map(({ donorId, operatorsMoved }) => (
        <div key={donorId}>
          {withLink(t('selection.mergeHost', { operators: names(operatorsMoved), site: '{{site}}' }), donorId)}
        </div>
      ))}
      {gone && withLink(t('selection.mergeMoved', { site: '{{site}}' }), gone.hostId)}
    </section>
  );
};
