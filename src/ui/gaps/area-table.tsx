import { useState } from 'preact/hooks';
import type { HamletFinding } from '../../findings/findings.ts';
import { sumByArea } from '../../findings/hamlet-filter.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { isDistrictCode } from '../../model/place.ts';
import { goTo } from '../app-state/go-to.ts';
import { lookup } from '../app-state/study.ts';
import { communeTitle } from '../app-state/titles.ts';
import { filter, setFilter } from '../app-state/view.ts';

/** Rows shown before the reader asks for all. */
const firstRows = 9;

/** Hamlets and people by district, or by commune within the district filtered by. A name narrows the filter. */
export const AreaTable = ({ hamlets }: { hamlets: readonly HamletFinding[] }) => {
  const [isLong, setLong] = useState(false);
  const { district } = filter.value;
  const level =
    district === null && hamlets.some(({ districtCode }) => isDistrictCode(districtCode)) ? 'district' : 'commune';
  const rows = sumByArea(hamlets, level);
  const shown = isLong ? rows : rows.slice(0, firstRows);
  const most = Math.max(...rows.map((row) => row.people));
  const choose = (code: string): void => {
    if (level === 'district') setFilter({ district: code, commune: null });
    else {
      setFilter({ commune: code });
      goTo({ kind: 'commune', id: code });
    }
  };
  const nameOf = (code: string, name: string): string => {
    const commune = level === 'district' ? undefined : lookup.value?.commune(code);
    return commune ? communeTitle(commune.properties) : name;
  };
  return (
    <section class="block">
      <h3>
        {level === 'district'
          ? t('gaps.byDistrict')
          : t('gaps.byCommune', { district: hamlets[0]?.districtName ?? '' })}
      </h3>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('gaps.area')}</th>
            <th scope="col" class="number">
              {t('common.hamlets')}
            </th>
            <th scope="col" class="number">
              {t('common.people')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.code} style={{ '--bar': `${(100 * row.people) / most}%` }}>
              <th scope="row">
                <button type="button" class="link" onClick={() => choose(row.code)}>
                  {nameOf(row.code, row.name)}
                </button>
              </th>
              <td class="number">{formatNumber(row.hamlets)}</td>
              <td class="number">{formatNumber(row.people)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > firstRows && !isLong && (
        <button type="button" class="link" onClick={() => setLong(true)}>
          {t('common.more', { count: rows.length - firstRows })}
        </button>
      )}
    </section>
  );
};
