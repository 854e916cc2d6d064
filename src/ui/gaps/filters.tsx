import { type HamletStatus, hamletStatuses, statusesIn } from '../../findings/findings.ts';
import { noFilter } from '../../findings/hamlet-filter.ts';
import { t } from '../../i18n/language.ts';
import type { Pack } from '../../model/pack.ts';
import { isDistrictCode } from '../../model/place.ts';
import { asked } from '../app-state/asked.ts';
import { findings } from '../app-state/run.ts';
import { communeTitle } from '../app-state/titles.ts';
import { filter, setFilter } from '../app-state/view.ts';
import { type Choice, SelectField } from '../kit/select-field.tsx';
import { StatusMark } from '../kit/status-mark.tsx';

const toggled = (status: HamletStatus): HamletStatus[] => {
  const chosen = filter.value.statuses;
  return hamletStatuses.filter((candidate) => (candidate === status) !== chosen.includes(candidate));
};

const byName = (a: Choice, b: Choice): number => a.label.localeCompare(b.label, 'vi');

export const Filters = ({ pack }: { pack: Pack }) => {
  const { district, commune, operator, statuses: chosen, withoutFibre } = filter.value;
  const districts = pack.districts.features
    .filter(({ properties: { code } }) => isDistrictCode(code))
    .map(({ properties: { code, name } }) => ({ value: code, label: name }));
  const communes = pack.communes.features
    .map(({ properties }) => properties)
    .filter((candidate) => district === null || candidate.districtCode === district)
    .map((candidate) => ({ value: candidate.code, label: communeTitle(candidate) }));
  const operators = pack.facts.operators.map(({ id, name }) => ({ value: id, label: name }));
  // what can't be known, or is absent, is offered where there is some of it
  const shown = findings.value ? statusesIn(findings.value) : hamletStatuses.slice(0, 3);
  const isFiltered = JSON.stringify(filter.value) !== JSON.stringify(noFilter);
  return (
    <form class="filters" aria-label={t('gaps.filters')} onSubmit={(event) => event.preventDefault()}>
      <fieldset class="chips" aria-label={t('gaps.status', asked.value)}>
        {shown.map((status) => (
          <button
            key={status}
            type="button"
            class="chip"
            data-status={status}
            aria-pressed={chosen.includes(status)}
            onClick={() => setFilter({ statuses: toggled(status) })}
          >
            <StatusMark status={status} />
            {t(`status.${status}`)}
          </button>
        ))}
      </fieldset>
      <div class="filter-grid">
        {districts.length > 0 && (
          <SelectField
            label={t('common.district')}
            none={t('gaps.allDistricts')}
            value={district}
            choices={districts.sort(byName)}
            onChange={(value) => setFilter({ district: value, commune: null })}
          />
        )}
        <SelectField
          label={t('common.commune')}
          none={t('gaps.allCommunes')}
          value={commune}
          choices={communes.sort(byName)}
          onChange={(value) => setFilter({ commune: value })}
        />
        <SelectField
          label={t('common.operator')}
          none={t('common.any')}
          value={operator}
          choices={operators}
          onChange={(value) => setFilter({ operator: value })}
        />
      </div>
      <div class="filter-end">
        <label class="check">
          <input type="checkbox" checked={withoutFibre} onChange={() => setFilter({ withoutFibre: !withoutFibre })} />
          {t('gaps.fibreOnly')}
        </label>
        <button
          type="button"
          class="link"
          disabled={!isFiltered}
          onClick={() => {
            filter.value = noFilter;
          }}
        >
          {t('gaps.clear')}
        </button>
      </div>
    </form>
  );
};
