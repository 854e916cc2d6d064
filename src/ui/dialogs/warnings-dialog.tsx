import { t } from '../../i18n/language.ts';
import { Dialog } from '../parts/dialog.tsx';
import { warningsShown } from '../state/help.ts';
import { warnings } from '../state/study.ts';
import { ProblemTable } from './problem-table.tsx';

export const WarningsDialog = () => {
  if (!warningsShown.value || warnings.value.length === 0) return null;
  return (
    <Dialog
      title={t('problems.warnings')}
      wide
      onClose={() => {
        warningsShown.value = false;
      }}
    >
      <ProblemTable problems={warnings.value} />
    </Dialog>
  );
};
