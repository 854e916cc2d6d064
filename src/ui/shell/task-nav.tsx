import { t } from '../../i18n/language.ts';
import { tasks } from '../app-state/address.ts';
import { openTask, selection, sheetTab, task } from '../app-state/view.ts';
import { Icon } from '../kit/icon.tsx';

/** The tasks in the order a planner works; on a narrow screen also what is selected. */
export const TaskNav = () => (
  <nav class="tasks" aria-label={t('app.task.label')}>
    {tasks.map((name) => (
      <button
        key={name}
        type="button"
        class="task"
        data-task={name}
        data-on-sheet={sheetTab.value === 'task' && task.value === name}
        aria-current={task.value === name ? 'page' : undefined}
        onClick={() => openTask(name)}
      >
        <Icon name={name} size={22} />
        <span>{t(`app.task.${name}`)}</span>
      </button>
    ))}
    {selection.value && (
      <button
        type="button"
        class="task narrow-only"
        data-on-sheet={sheetTab.value === 'selection'}
        onClick={() => {
          sheetTab.value = 'selection';
        }}
      >
        <Icon name="selection" size={22} />
        <span>{t('app.task.selection')}</span>
      </button>
    )}
  </nav>
);
