import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import {
  chooseScenario,
  deleteScenario,
  duplicateScenario,
  renameScenario,
  restoreScenario,
} from '../../study/scenarios.ts';
import type { Scenario } from '../../study/study.ts';
import { momentText } from '../app-state/operation-words.ts';
import { changeStudy, study } from '../app-state/study.ts';
import { showToast } from '../app-state/toasts.ts';
import { Icon } from '../kit/icon.tsx';
import { Menu, MenuItem } from '../kit/menu.tsx';

const remove = (scenario: Scenario): void => {
  const index = study.peek()?.scenarios.findIndex(({ id }) => id === scenario.id) ?? -1;
  changeStudy((before) => deleteScenario(before, scenario.id));
  showToast(() => t('scenarios.deleted', { name: scenario.name }), {
    label: () => t('scenarios.restore'),
    run: () => changeStudy((before) => restoreScenario(before, scenario, index)),
  });
};

/** The locked base in the list. */
export const BaseRow = ({ isCurrent }: { isCurrent: boolean }) => (
  <li>
    <button
      type="button"
      class="row"
      data-scenario=""
      aria-current={isCurrent ? 'true' : undefined}
      onClick={() => changeStudy((before) => chooseScenario(before, null))}
    >
      <span class="row-main">
        <span class="row-title">
          <Icon name="lock" size={16} /> {t('study.base')}
        </span>
        <span class="row-sub">{t('scenarios.locked')}</span>
      </span>
    </button>
  </li>
);

const NameField = ({ scenario, onDone }: { scenario: Scenario; onDone: () => void }) => {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const rename = (name: string): void => {
    changeStudy((before) => renameScenario(before, scenario.id, name));
    onDone();
  };
  return (
    <form
      class="scenario-rename"
      onSubmit={(event) => {
        event.preventDefault();
        rename(input.current?.value ?? '');
      }}
    >
      <input
        ref={input}
        class="input"
        name="scenarioName"
        maxLength={100}
        aria-label={t('scenarios.name')}
        value={scenario.name}
        onBlur={(event) => rename(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
      />
    </form>
  );
};

/** A scenario: choosing it, its name, a copy, and its end, which can be taken back. */
export const ScenarioRow = ({ scenario, isCurrent }: { scenario: Scenario; isCurrent: boolean }) => {
  const [isNaming, setNaming] = useState(false);
  const { id, name, done } = scenario;
  const last = done.at(-1);
  if (isNaming) {
    return (
      <li>
        <NameField scenario={scenario} onDone={() => setNaming(false)} />
      </li>
    );
  }
  return (
    <li class="scenario">
      <button
        type="button"
        class="row"
        data-scenario={id}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => changeStudy((before) => chooseScenario(before, id))}
      >
        <span class="row-main">
          <span class="row-title">{name}</span>
          <span class="row-sub">
            {t('scenarios.changes', { count: done.length })}
            {last && ` · ${momentText(last.note)}`}
          </span>
        </span>
      </button>
      <Menu label={t('scenarios.actions', { name })} icon="menu" compact>
        <MenuItem onChoose={() => setNaming(true)}>{t('scenarios.rename')}</MenuItem>
        <MenuItem
          onChoose={() =>
            changeStudy((before) => duplicateScenario(before, id, t('scenarios.copyName', { name }).slice(0, 100)))
          }
        >
          {t('scenarios.duplicate')}
        </MenuItem>
        <MenuItem onChoose={() => remove(scenario)}>{t('scenarios.delete')}</MenuItem>
      </Menu>
    </li>
  );
};
