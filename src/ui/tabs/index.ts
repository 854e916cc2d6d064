export { followTabs, takeOver } from './follow-tabs.ts';
export { tabId } from './tab-id.ts';
