import type { HamletStatus } from '../../findings/findings.ts';
import type { Selection } from '../../study/selection.ts';
import { goTo } from '../app-state/go-to.ts';
import { Disclosure } from '../kit/disclosure.tsx';
import { PagedList } from '../kit/paged-list.tsx';
import { StatusMark } from '../kit/status-mark.tsx';

interface PlaceListItem {
  id: string;
  label: string;
  status?: HamletStatus | undefined;
}

interface PlaceListProps {
  title: string;
  kind: Selection['kind'];
  items: readonly PlaceListItem[];
}

const pageSize = 15;

/** Places of one kind, each a way to it. */
export const PlaceList = ({ title, kind, items }: PlaceListProps) => {
  if (items.length === 0) return null;
  return (
    <Disclosure title={title}>
      <PagedList
        items={items}
        pageSize={pageSize}
        label={title}
        keyOf={(item) => item.id}
        render={({ id, label, status }) => (
          <button type="button" class="row row-short" onClick={() => goTo({ kind, id })}>
            {status && <StatusMark status={status} />}
            <span class="row-main">{label}</span>
          </button>
        )}
      />
    </Disclosure>
  );
};
