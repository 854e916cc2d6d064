import { t } from '../../i18n/language.ts';
import { Dialog } from '../kit/dialog.tsx';
import { helpShown } from './help.ts';
import { shortcuts } from './shortcuts.ts';

export const HelpDialog = () => {
  if (!helpShown.value) return null;
  return (
    <Dialog
      title={t('help.title')}
      onClose={() => {
        helpShown.value = false;
      }}
    >
      <dl class="shortcuts">
        {shortcuts.map(({ keys, text }) => (
          <div key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};
