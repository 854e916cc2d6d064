import type { ComponentChildren } from 'preact';
import type { Selection } from '../../study/selection.ts';
import { goTo } from '../app-state/go-to.ts';

interface PlaceLinkProps extends Selection {
  children: ComponentChildren;
}

/** Text that selects a place and brings the map to it. */
export const PlaceLink = ({ kind, id, children }: PlaceLinkProps) => (
  <button type="button" class="link" onClick={() => goTo({ kind, id })}>
    {children}
  </button>
);
