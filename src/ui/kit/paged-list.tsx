import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { Icon } from './icon.tsx';
import { walkList } from './list-keys.ts';

/**
 * A long list a page at a time: what the page shows, and the buttons to the others. Another `of` goes back to the first.
 */
export const usePages = <T,>(items: readonly T[], pageSize: number, of: unknown = items) => {
  const [page, setPage] = useState(0);
  useEffect(() => setPage(0), [of]);
  const pages = Math.max(1, Math.ceil(items.length / pageSize));
  const at = Math.min(page, pages - 1);
  const pager = pages > 1 && (
    <div class="pager">
      <button
        type="button"
        class="icon-button"
        aria-label={t('common.previous')}
        disabled={at === 0}
        onClick={() => setPage(at - 1)}
      >
        <Icon name="left" />
      </button>
      <span aria-live="polite">{t('common.page', { page: at + 1, pages })}</span>
      <button
        type="button"
        class="icon-button"
        aria-label={t('common.next')}
        disabled={at === pages - 1}
        onClick={() => setPage(at + 1)}
      >
        <Icon name="right" />
      </button>
    </div>
  );
  return { shown: items.slice(at * pageSize, (at + 1) * pageSize), pager };
};

interface PagedListProps<T> {
  items: readonly T[];
  pageSize: number;
  label: string;
  render: (item: T) => ComponentChildren;
  keyOf: (item: T) => string;
}

export const PagedList = <T,>({ items, pageSize, label, render, keyOf }: PagedListProps<T>) => {
  const { shown, pager } = usePages(items, pageSize);
  return (
    <>
      <ul class="list" aria-label={label} onKeyDown={walkList}>
        {shown.map((item) => (
          <li key={keyOf(item)}>{render(item)}</li>
        ))}
      </ul>
      {pager}
    </>
  );
};
