import { t } from '../../../i18n/language.ts';
import { Icon, type IconName } from '../../kit/icon.tsx';
import { lockOf, lockOption, type OptionLock } from './rollout-question.ts';

const icons: Record<OptionLock, IconName> = { force: 'pin', forbid: 'forbid' };

/** Forces or forbids an option; pressed again it is left to the plan. */
export const LockButton = ({ id, lock, name }: { id: string; lock: OptionLock; name: string }) => {
  const isSet = lockOf(id) === lock;
  const label = t(`closing.lock.${lock}`, { option: name });
  return (
    <button
      type="button"
      class="icon-button lock-button"
      data-lock={lock}
      aria-pressed={isSet}
      aria-label={label}
      title={label}
      onClick={() => lockOption(id, isSet ? null : lock)}
    >
      <Icon name={icons[lock]} size={17} />
    </button>
  );
};
