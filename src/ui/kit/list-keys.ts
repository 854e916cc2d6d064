const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Arrow keys, Home and End walk the buttons of a list; Enter is the button's own. */
export const walkList = (event: KeyboardEvent): void => {
  const step = steps[event.key];
  const list = event.currentTarget as HTMLElement;
  if (step === undefined) return;
  const buttons = [...list.querySelectorAll<HTMLButtonElement>('button')];
  const from = buttons.indexOf(document.activeElement as HTMLButtonElement);
  if (from < 0) return;
  event.preventDefault();
  buttons[Math.max(0, Math.min(buttons.length - 1, from + step))].focus();
};
