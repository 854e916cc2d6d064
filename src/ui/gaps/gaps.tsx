import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { findings } from '../app-state/run.ts';
import { opened } from '../app-state/study.ts';
import { AreaTable } from './area-table.tsx';
import { Filters } from './filters.tsx';
import { HamletList } from './hamlet-list.tsx';
import { matching } from './matching.ts';

export const Gaps = () => {
  const study = opened.value;
  const found = findings.value;
  const hamlets = matching.value;
  const people = hamlets.reduce((sum, hamlet) => sum + hamlet.people, 0);
  return (
    <>
      <h2>{t('gaps.title')}</h2>
      {!found || !study ? (
        <p class="quiet">{t('run.notYet')}</p>
      ) : (
        <>
          <Filters pack={study.pack} />
          <p class="matching" aria-live="polite" data-matching={hamlets.length}>
            {t('gaps.matching', { hamlets: formatNumber(hamlets.length), people: formatNumber(people) })}
          </p>
          {hamlets.length === 0 ? (
            <p class="quiet">{t('gaps.empty')}</p>
          ) : (
            <>
              <AreaTable hamlets={hamlets} />
              <HamletList hamlets={hamlets} />
            </>
          )}
        </>
      )}
    </>
  );
};
