import { t } from '../../i18n/language.ts';
import { InputError } from '../../model/problem.ts';
import { faultText } from '../app-state/fault-text.ts';
import { ProblemTable } from '../problems/index.ts';
import { building } from './building.ts';

/** Why the last pack did not come to be, and what can be done. */
export const Failure = () => {
  const state = building.state.value;
  if (state.kind !== 'failed') return null;
  const { error } = state;
  return (
    <div role="alert" class="province-failure">
      <p>
        <strong>{t('province.failed.title')}</strong> {t('province.failed.kept')}
      </p>
      {error instanceof InputError ? <ProblemTable problems={error.problems} /> : <p>{faultText(error)}</p>}
      <p class="quiet">{t('province.failed.file')}</p>
    </div>
  );
};
