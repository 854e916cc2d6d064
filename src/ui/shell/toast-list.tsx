import { t } from '../../i18n/language.ts';
import { dismissToast, toasts } from '../app-state/toasts.ts';
import { Icon } from '../kit/icon.tsx';

export const ToastList = () => (
  <div class="toasts" role="status">
    {toasts.value.map(({ id, text, action }) => (
      <div key={id} class="toast">
        <span>{text()}</span>
        {action && (
          <button
            type="button"
            class="button small"
            onClick={() => {
              dismissToast(id);
              action.run();
            }}
          >
            {action.label()}
          </button>
        )}
        <button type="button" class="icon-button" aria-label={t('app.toast.dismiss')} onClick={() => dismissToast(id)}>
          <Icon name="close" size={16} />
        </button>
      </div>
    ))}
  </div>
);
