import { t } from '../../i18n/language.ts';
import { currentFindings } from '../app-state/run.ts';
import { assessAgain, proposalsStale } from './assessing.ts';

/** Where what was assessed has changed since: says so, and how to assess again. */
export const StaleNotice = () =>
  proposalsStale.value ? (
    <p class="proposal-stale">
      {t('proposal.stale')}{' '}
      <button
        type="button"
        class="button small"
        disabled={currentFindings.value === null}
        onClick={() => void assessAgain()}
      >
        {t('proposal.again')}
      </button>
    </p>
  ) : null;
