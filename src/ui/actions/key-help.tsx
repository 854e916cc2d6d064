import { t } from '../../i18n/language.ts';
import { tasks } from '../app-state/address.ts';
import { Dialog } from '../kit/dialog.tsx';
import { keyText } from './action.ts';
import { actions } from './actions.ts';
import { keyHelpShown } from './shown.ts';

interface Line {
  keys: readonly string[];
  text: string;
}

/** Keys of actions, and those that parts of the page have of themselves. */
const lines = (): Line[] => [
  { keys: tasks.map((_, index) => String(index + 1)), text: t('help.tasks') },
  ...actions
    .filter(({ group }) => group !== 'task')
    .flatMap(({ keys, keyHelp, label }) =>
      keys ? [{ keys: keys.map(keyText), text: keyHelp ? t(keyHelp) : label() }] : [],
    ),
  { keys: ['↑', '↓'], text: t('help.list') },
  { keys: ['←', '↑', '→', '↓'], text: t('help.arrows') },
  { keys: ['+', '−'], text: t('help.zoom') },
];

export const KeyHelp = () => {
  if (!keyHelpShown.value) return null;
  return (
    <Dialog
      title={t('help.title')}
      onClose={() => {
        keyHelpShown.value = false;
      }}
    >
      <dl class="shortcuts">
        {lines().map(({ keys, text }) => (
          <div key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};
