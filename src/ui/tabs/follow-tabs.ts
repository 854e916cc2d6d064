import { effect } from '@preact/signals';
import { t } from '../../i18n/language.ts';
import { isReadOnly } from '../app-state/read-only.ts';
import { base } from '../app-state/study.ts';
import { showToast } from '../app-state/toasts.ts';
import { createOneTab, type OneTab, type TabMessage } from './one-tab.ts';
import { tabId } from './tab-id.ts';

/** How often a tab that may only look asks whether the other is still there. */
const askEveryMs = 2_000;

let tabs: OneTab | null = null;

/** Goes on here with a study that another tab holds; that one may only look from then on. */
export const takeOver = (): void => tabs?.take();

/** Keeps to one tab the right to change a study; returns what ends it. */
export const followTabs = (): (() => void) => {
  if (typeof BroadcastChannel === 'undefined') return () => {};
  const channel = new BroadcastChannel('phusong');
  // a copy of a tab has its session storage: no two pages may go by one name
  const page = `${tabId}-${Math.random().toString(36).slice(2, 8)}`;
  const own = createOneTab(page, { post: (message) => channel.postMessage(message) }, Date.now, (readOnly, freed) => {
    isReadOnly.value = readOnly;
    if (freed && !readOnly) showToast(() => t('recovery.tabs.freed'));
  });
  tabs = own;
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => own.hear(data);
  const stop = effect(() => own.open(base.value?.checksum ?? null));
  const asking = window.setInterval(own.check, askEveryMs);
  const leave = (): void => own.leave();
  // a page may come back from the browser's memory
  const comeBack = (): void => own.open(base.peek()?.checksum ?? null);
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', comeBack);
  return () => {
    stop();
    window.clearInterval(asking);
    leave();
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('pageshow', comeBack);
    channel.close();
    tabs = null;
  };
};
