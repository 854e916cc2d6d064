import { useState } from 'preact/hooks';
import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import { Disclosure } from '../../kit/disclosure.tsx';
import { Icon } from '../../kit/icon.tsx';
import { readCoordinates } from '../../path/index.ts';
import { placingMast } from './placing.ts';
import { addPlace, lockOption, locks, removePlace } from './rollout-question.ts';

const ByCoordinates = () => {
  const [typed, setTyped] = useState('');
  const [isBad, setBad] = useState(false);
  return (
    <form
      class="coordinates"
      onSubmit={(event) => {
        event.preventDefault();
        const at = readCoordinates(typed);
        setBad(at === null);
        if (!at) return;
        addPlace(at);
        setTyped('');
      }}
    >
      <label class="field">
        <span>{t('path.coordinates')}</span>
        <input
          type="text"
          class="input tabular"
          name="mastPlace"
          value={typed}
          aria-invalid={isBad}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button">
        {t('closing.places.add')}
      </button>
    </form>
  );
};

const Decided = ({ ids, title }: { ids: readonly string[]; title: string }) =>
  ids.length > 0 && (
    <>
      <p class="quiet">{title}</p>
      <ul class="closing-decided">
        {ids.map((id) => (
          <li key={id}>
            <span class="closing-id">{id}</span>
            <button
              type="button"
              class="icon-button"
              aria-label={t('closing.lock.clear', { option: id })}
              title={t('closing.lock.clear', { option: id })}
              onClick={() => lockOption(id, null)}
            >
              <Icon name="close" size={16} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );

/** What the planner has decided: places for masts by a click on the map or by coordinates, options forced and forbidden. */
export const Decisions = () => {
  const { places, forced, forbidden } = locks.value;
  return (
    <Disclosure title={t('closing.places.title')}>
      <button
        type="button"
        class="button"
        data-action="place-mast"
        aria-pressed={placingMast.value}
        onClick={() => {
          placingMast.value = !placingMast.value;
        }}
      >
        <Icon name="plus" size={18} /> {t(placingMast.value ? 'closing.places.choosing' : 'closing.places.place')}
      </button>
      <ByCoordinates />
      <ul class="closing-decided">
        {places.map(([lon, lat], index) => {
          const at = t('closing.places.at', { lat: formatNumber(lat, 5), lon: formatNumber(lon, 5) });
          return (
            <li key={`${lon} ${lat}`}>
              <span class="tabular">{at}</span>
              <button
                type="button"
                class="icon-button"
                aria-label={t('closing.places.remove', { place: at })}
                title={t('closing.places.remove', { place: at })}
                onClick={() => removePlace(index)}
              >
                <Icon name="close" size={16} />
              </button>
            </li>
          );
        })}
      </ul>
      <Decided ids={forced} title={t('closing.lock.forced')} />
      <Decided ids={forbidden} title={t('closing.lock.forbidden')} />
    </Disclosure>
  );
};
