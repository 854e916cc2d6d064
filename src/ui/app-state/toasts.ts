import { signal } from '@preact/signals';

export interface Toast {
  id: number;
  /** Written when shown, so that it follows the language. */
  text: () => string;
  action?: { label: () => string; run: () => void };
}

const lastingMs = 6000;
let nextId = 1;

export const toasts = signal<readonly Toast[]>([]);

export const dismissToast = (id: number): void => {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
};

/** A note in the corner. One with an action stays until it is answered. */
export const showToast = (text: () => string, action?: Toast['action']): void => {
  const id = nextId++;
  toasts.value = [...toasts.value, action ? { id, text, action } : { id, text }];
  if (!action) window.setTimeout(() => dismissToast(id), lastingMs);
};
