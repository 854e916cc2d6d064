import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

interface DisclosureProps {
  title: string;
  open?: boolean;
  children: ComponentChildren;
}

/** A section that opens on demand. */
export const Disclosure = ({ title, open = false, children }: DisclosureProps) => (
  <details class="disclosure" open={open}>
    <summary>
      <span>{title}</span>
      <Icon name="chevron" size={18} />
    </summary>
    <div class="disclosure-body">{children}</div>
  </details>
);
