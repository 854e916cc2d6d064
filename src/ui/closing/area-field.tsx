import { t } from '../../i18n/language.ts';
import { opened } from '../app-state/study.ts';
import { communeTitle } from '../app-state/titles.ts';
import type { Choice } from '../kit/select-field.tsx';
import { closingArea } from './closing-view.ts';

const Group = ({ label, choices }: { label: string; choices: Choice[] }) =>
  choices.length > 0 && (
    <optgroup label={label}>
      {choices
        .sort((a, b) => a.label.localeCompare(b.label, 'vi'))
        .map(({ value, label: name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
    </optgroup>
  );

/** The communes asked about: all, a district's, those of an area of interest, or one. */
export const AreaField = () => {
  const pack = opened.value?.pack;
  if (!pack) return null;
  return (
    <label class="field">
      <span>{t('closing.area.label')}</span>
      <select
        name="closingArea"
        value={closingArea.value ?? ''}
        onChange={(event) => {
          closingArea.value = event.currentTarget.value || null;
        }}
      >
        <option value="">{t('closing.area.all')}</option>
        <Group
          label={t('common.district')}
          choices={pack.districts.features.map(({ properties: { code, name } }) => ({ value: code, label: name }))}
        />
        <Group
          label={t('closing.area.interest')}
          choices={pack.areas.features
            .filter(({ properties }) => properties.communeCodes.length > 0)
            .map(({ properties: { id, name } }) => ({ value: id, label: name }))}
        />
        <Group
          label={t('common.commune')}
          choices={pack.communes.features.map(({ properties }) => ({
            value: properties.code,
            label: communeTitle(properties),
          }))}
        />
      </select>
    </label>
  );
};
