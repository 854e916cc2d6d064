import { signal } from '@preact/signals';
import { recall, remember } from '../app-state/preferences.ts';

/** Whether the dialog is open, and the province it opens on; '' for none. */
export const provincesShown = signal<{ code: string } | null>(null);

export const showProvinces = (code = ''): void => {
  provincesShown.value = { code };
};

const dismissedKey = 'phusong.first-visit';

/** Whether the first visit's offer has been answered on this machine. */
export const isOfferAnswered = signal(recall(dismissedKey) !== null);

export const answerOffer = (): void => {
  isOfferAnswered.value = true;
  remember(dismissedKey, 'answered');
};
