import { t } from '../../i18n/language.ts';
import { opened } from '../app-state/study.ts';
import { SelectField } from '../kit/select-field.tsx';
import { closingOperator } from './closing-view.ts';

/** Whose service is meant. */
export const OperatorField = () => (
  <SelectField
    label={t('common.operator')}
    none={t('common.any')}
    value={closingOperator.value}
    choices={(opened.value?.pack.facts.operators ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    onChange={(value) => {
      closingOperator.value = value;
    }}
  />
);
