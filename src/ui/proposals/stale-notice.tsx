import { t } from '../../i18n/language.ts';
import { assessAgain, proposalsStale } from '../state/proposals.ts';
import { currentFindings } from '../state/study.ts';

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
