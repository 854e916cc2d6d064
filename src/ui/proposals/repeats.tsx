import { t } from '../../i18n/language.ts';
import type { Assessment } from '../../proposal/assessment.ts';
import { removeProposal } from './assessing.ts';

/** Files that look like corrected ones of another name: what they repeat counts twice until the earlier is taken out. */
export const Repeats = ({ assessment: { repeats } }: { assessment: Assessment }) => (
  <>
    {repeats.map(({ file, earlier, masts, of }) => (
      <p key={`${file} ${earlier}`} class="warning-note" role="alert" data-repeats={earlier}>
        {t('proposal.repeats', { file, earlier, count: masts, of })}{' '}
        <button type="button" class="link" onClick={() => void removeProposal(earlier)}>
          {t('proposal.replaceEarlier', { earlier })}
        </button>
      </p>
    ))}
  </>
);
