import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';
import { walkList } from './list-keys.ts';

interface MenuProps {
  label: string;
  icon: IconName;
  /** Shows only the icon; the label is still read out. */
  compact?: boolean;
  children: ComponentChildren;
}

/** A button with a list of actions below it. Escape and a click elsewhere close it. */
export const Menu = ({ label, icon, compact = false, children }: MenuProps) => {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    root.current?.querySelector<HTMLButtonElement>('.menu-list button:not(:disabled)')?.focus();
    const onPointer = (event: PointerEvent): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [isOpen]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is caught for the button and the list inside
    <div class="menu" ref={root} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        class={compact ? 'icon-button' : 'button'}
        aria-expanded={isOpen}
        aria-label={label}
        title={compact ? label : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={icon} size={18} />
        {!compact && <span>{label}</span>}
      </button>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the click is that of a button inside
        <div class="menu-list" onKeyDown={walkList} onClick={() => setOpen(false)}>
          {children}
        </div>
      )}
    </div>
  );
};

interface MenuItemProps {
  onChoose: () => void;
  disabled?: boolean;
  children: ComponentChildren;
}

export const MenuItem = ({ onChoose, disabled = false, children }: MenuItemProps) => (
  <button type="button" class="menu-item" disabled={disabled} onClick={onChoose}>
    {children}
  </button>
);
