import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { findings } from '../app-state/run.ts';
import { shownPack } from '../app-state/study.ts';
import { UnitsSwitch } from '../units/index.ts';
import { AreaTable } from './area-table.tsx';
import { Filters } from './filters.tsx';
import { HamletList } from './hamlet-list.tsx';
import { matching } from './matching.ts';

export const Gaps = () => {
  const pack = shownPack.value;
  const found = findings.value;
  const hamlets = matching.value;
  const people = hamlets.reduce((sum, hamlet) => sum + hamlet.people, 0);
  return (
    <>
      <h2>{t('gaps.title')}</h2>
      {!found || !pack ? (
        <p class="quiet">{t('run.notYet')}</p>
      ) : (
        <>
          <UnitsSwitch />
          <Filters pack={pack} />
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
