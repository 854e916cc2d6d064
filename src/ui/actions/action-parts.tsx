import { Icon } from '../kit/icon.tsx';
import { MenuItem } from '../kit/menu.tsx';
import { type Action, act, keyText, labelWithKey } from './action.ts';

interface ActionProps {
  action: Action;
}

interface ActionButtonProps extends ActionProps {
  class?: string;
  /** Shows what it is called beside its icon. */
  withLabel?: boolean;
}

/** An action as a button; where it can't be done, its tip says why. */
export const ActionButton = ({ action, class: extra = '', withLabel = false }: ActionButtonProps) => {
  const reason = action.whyNot?.() ?? null;
  return (
    <button
      type="button"
      class={`${withLabel ? 'button' : 'icon-button'} ${extra}`}
      data-action={action.id}
      aria-label={reason === null ? action.label() : `${action.label()}. ${reason}`}
      title={reason ?? labelWithKey(action)}
      disabled={reason !== null}
      onClick={() => act(action)}
    >
      <Icon name={action.icon} size={withLabel ? 18 : 20} />
      {withLabel && action.label()}
    </button>
  );
};

/** An action as a line of a menu. */
export const ActionItem = ({ action }: ActionProps) => (
  <MenuItem disabled={Boolean(action.whyNot?.())} onChoose={() => act(action)}>
    <span>{action.label()}</span>
    {action.keys && <kbd class="menu-key">{keyText(action.keys[0])}</kbd>}
  </MenuItem>
);
