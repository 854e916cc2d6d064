import { t } from '../../i18n/language.ts';
import { faultText } from '../app-state/fault-text.ts';
import { opened } from '../app-state/study.ts';
import { Dialog } from '../kit/dialog.tsx';
import { ProblemTable } from './problem-table.tsx';
import { refusal } from './problems.ts';

/** Why a pack was refused, and that nothing has changed. */
export const RefusalDialog = () => {
  const refused = refusal.value;
  if (!refused) return null;
  return (
    <Dialog
      title={t('problems.title')}
      wide
      onClose={() => {
        refusal.value = null;
      }}
    >
      <p>{t(opened.value ? 'problems.unchanged' : 'problems.nothingOpen')}</p>
      {refused.error !== null && <p>{t('problems.unexpected', { message: faultText(refused.error) })}</p>}
      {refused.problems.length > 0 && (
        <>
          <p>
            <strong>{t('problems.count', { count: refused.problems.length })}</strong>
          </p>
          <ProblemTable problems={refused.problems} />
        </>
      )}
    </Dialog>
  );
};
