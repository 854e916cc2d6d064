import '../../tasks.css';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { Icon } from '../../kit/icon.tsx';
import { paletteShown } from '../shown.ts';
import { answersTo, type EntryGroup } from './answers.ts';
import type { Entry } from './entries.ts';
import { usePositions } from './positions.ts';

const close = (): void => {
  paletteShown.value = false;
};

const choose = ({ whyNot, choose: run }: Entry): void => {
  if (whyNot !== null) return;
  close();
  run();
};

interface ListProps {
  id: string;
  groups: readonly EntryGroup[];
  /** Id of the entry that Enter takes. */
  marked: string | undefined;
  idOf: (entry: Entry) => string;
}

const List = ({ id, groups, marked, idOf }: ListProps) => (
  <div id={id} class="palette-list" role="listbox" aria-label={t('actions.results')}>
    {groups.map(({ id: group, title, entries, more }) => (
      // biome-ignore lint/a11y/useSemanticElements: a listbox is made of groups, which no fieldset is
      <div key={group} role="group" aria-label={title} data-group={group}>
        <p class="eyebrow palette-heading" aria-hidden="true">
          {title}
          {more > 0 && <span class="quiet"> {t('actions.more', { count: formatNumber(more) })}</span>}
        </p>
        {entries.map((entry) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the marked entry
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
          <div
            key={entry.id}
            id={idOf(entry)}
            class="palette-entry"
            role="option"
            data-entry={entry.id}
            aria-selected={entry.id === marked}
            aria-disabled={entry.whyNot !== null}
            onClick={() => choose(entry)}
          >
            <Icon name={entry.icon} size={18} />
            <span class="palette-title">{entry.title}</span>
            <span class="palette-detail">{entry.detail}</span>
          </div>
        ))}
      </div>
    ))}
    {groups.length === 0 && <p class="palette-none">{t('actions.none')}</p>}
  </div>
);

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** Finds a place or an action as it is typed: arrows walk what fits, Enter takes it, Escape leaves. */
export const Palette = () => {
  const [text, setText] = useState('');
  const [walked, setWalked] = useState<string | null>(null);
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const positions = usePositions(text);
  const groups: EntryGroup[] = [
    ...(positions.length > 0
      ? [{ id: 'position', title: t('actions.found.position'), entries: positions, more: 0 }]
      : []),
    ...answersTo(text),
  ];
  const entries = groups.flatMap((group) => group.entries);
  const at = Math.max(
    0,
    entries.findIndex(({ id }) => id === walked),
  );
  const marked = entries[at];
  const idOf = (entry: Entry): string => `${listId}-${entries.indexOf(entry)}`;

  const markedId = marked && idOf(marked);
  useEffect(() => {
    if (markedId) document.getElementById(markedId)?.scrollIntoView({ block: 'nearest' });
  }, [markedId]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const to = Math.abs(step) === 1 ? (at + step + entries.length) % entries.length : at + step;
      setWalked(entries[Math.max(0, Math.min(entries.length - 1, to))]?.id ?? null);
    } else if (event.key === 'Enter' && marked && !event.isComposing) {
      event.preventDefault();
      choose(marked);
    } else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      close();
    }
  };
  return (
    <Dialog title={t('actions.find')} onClose={close}>
      <div class="palette">
        <input
          ref={field}
          class="input palette-field"
          type="text"
          role="combobox"
          name="find"
          autocomplete="off"
          spellcheck={false}
          autofocus
          aria-label={t('actions.find')}
          aria-autocomplete="list"
          aria-expanded={true}
          aria-controls={listId}
          aria-activedescendant={markedId}
          placeholder={t('actions.placeholder')}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setWalked(null);
          }}
          onKeyDown={onKeyDown}
        />
        <List id={listId} groups={groups} marked={marked?.id} idOf={idOf} />
        <p class="quiet palette-hint">{t('actions.hint')}</p>
      </div>
    </Dialog>
  );
};
