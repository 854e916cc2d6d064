import { useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import type { BoundingBox } from '../../model/place.ts';
import { place } from './province-question.ts';

const sides = ['west', 'south', 'east', 'north'] as const;

/** The widest box that is asked for, degrees: a larger one is a country, and no source is asked for that by a page. */
const widest = 3;

const boxIn = (data: FormData): BoundingBox | null => {
  const [west, south, east, north] = sides.map((side) => Number(String(data.get(side)).replace(',', '.')));
  const isBox = west < east && south < north && west >= -180 && east <= 180 && south >= -85 && north <= 85;
  return isBox && east - west <= widest && north - south <= widest ? [west, south, east, north] : null;
};

/** Any area of the world by its corners. */
export const BoxForm = () => {
  const [isRefused, setRefused] = useState(false);
  return (
    <form
      class="province-box"
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const box = boxIn(data);
        setRefused(box === null);
        if (!box) return;
        const name = String(data.get('name')).normalize('NFC').trim() || box.join(', ');
        place.value = { kind: 'box', name, box, country: String(data.get('country')).trim().toUpperCase() };
      }}
    >
      <label class="field province-box-name">
        <span>{t('province.box.name')}</span>
        <input class="input" name="name" />
      </label>
      {sides.map((side) => (
        <label key={side} class="field">
          <span>{t(`province.box.${side}`)}</span>
          <input class="input" name={side} inputMode="decimal" required />
        </label>
      ))}
      <label class="field">
        <span>{t('province.box.country')}</span>
        <input class="input" name="country" pattern="[A-Za-z]{3}" maxLength={3} />
      </label>
      {isRefused && (
        <p class="field-error" role="alert">
          {t('province.box.refused', { most: widest })}
        </p>
      )}
      <button type="submit" class="button primary">
        {t('province.box.plan')}
      </button>
    </form>
  );
};
