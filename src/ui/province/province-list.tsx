import { useState } from 'preact/hooks';
import { plainName } from '../../files/import/table/raw-table.ts';
import { t } from '../../i18n/language.ts';
import { place, provinces } from './province-question.ts';

/** The provinces since July 2025, found by their own name or that of one they came from, with or without marks. */
export const ProvinceList = () => {
  const [sought, setSought] = useState('');
  const rows = (provinces.value ?? []).filter(({ name, predecessors }) =>
    plainName(`${name} ${predecessors}`).includes(plainName(sought)),
  );
  return (
    <>
      <label class="field">
        <span>{t('province.search')}</span>
        <input
          class="input"
          type="search"
          name="province"
          value={sought}
          onInput={(event) => setSought(event.currentTarget.value)}
        />
      </label>
      {provinces.value && rows.length === 0 && <p class="quiet">{t('province.noneFound')}</p>}
      <ul class="list province-list">
        {rows.map(({ code, name, predecessors }) => (
          <li key={code}>
            <button
              type="button"
              class="row row-short"
              data-province={code}
              onClick={() => {
                place.value = { kind: 'province', code };
              }}
            >
              <span class="row-main">
                <span class="row-title">{name}</span>
                <span class="row-sub">{predecessors}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};
