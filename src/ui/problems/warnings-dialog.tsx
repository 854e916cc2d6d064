import { t } from '../../i18n/language.ts';
import { warnings } from '../app-state/study.ts';
import { Dialog } from '../kit/dialog.tsx';
import { warningsShown } from '../shell/help.ts';
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
