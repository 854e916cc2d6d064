import { t } from '../../i18n/language.ts';
import { unitVintages } from '../../model/other-units.ts';
import { unitsRead } from '../app-state/told-by.ts';
import { unitsAsked } from '../app-state/view.ts';
import { askUnits, isUnknown, ownVintage, reading } from './reading.ts';

/** What has to be known of the units that everything is told by. */
const Note = () => {
  const own = ownVintage.value;
  const told = unitsRead.value?.units;
  if (isUnknown.value)
    return <p class="quiet">{t('units.unknown', { own: own ?? '', asked: unitsAsked.value ?? '' })}</p>;
  if (reading.state.value.kind === 'failed') return <p class="quiet">{t('units.failed')}</p>;
  if (reading.state.value.kind === 'running') return <p class="quiet">{t('units.reading')}</p>;
  if (!told) return null;
  return (
    <p class="quiet">
      {t(told.vintage > told.own ? 'units.joined' : 'units.drawn', { own: told.own, told: told.vintage })}
    </p>
  );
};

/**
 * By which units tables, map and report are told: those of 2020 or those of 2025, of the same study. `brief` leaves out
 * what has to be known of them.
 */
export const UnitsSwitch = ({ brief = false }: { brief?: boolean }) => {
  const own = ownVintage.value;
  if (own === null) return null;
  const told = unitsRead.value?.units.vintage ?? own;
  return (
    <section class="units" aria-busy={reading.state.value.kind === 'running'} data-units={told}>
      <div class="units-choice">
        <span>{t('units.title')}</span>
        <fieldset class="segments" aria-label={t('units.title')}>
          {unitVintages.map((vintage) => (
            <button
              key={vintage}
              type="button"
              title={t('units.hint', { vintage })}
              aria-pressed={vintage === told}
              disabled={vintage !== own && isUnknown.value}
              onClick={() => askUnits(vintage)}
            >
              {vintage}
            </button>
          ))}
        </fieldset>
      </div>
      {!brief && (
        <div aria-live="polite">
          <Note />
        </div>
      )}
    </section>
  );
};
