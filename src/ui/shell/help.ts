import { signal } from '@preact/signals';

export const helpShown = signal(false);

export const showHelp = (): void => {
  helpShown.value = true;
};
