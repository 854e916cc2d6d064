import { registerSW } from 'virtual:pwa-register';
import { render } from 'preact';
import { t } from './i18n/language.ts';
import { applyPreferences } from './ui/app-state/preferences.ts';
import { showToast } from './ui/app-state/toasts.ts';
import { App } from './ui/shell/index.ts';
import './ui/main.css';

await applyPreferences();
render(<App />, document.getElementById('app')!);

// A new version waits until it is asked for: code and pack of one version stay together while work is open.
const useNewVersion = registerSW({
  onNeedRefresh: () =>
    showToast(() => t('app.updateReady'), { label: () => t('app.updateNow'), run: () => void useNewVersion(true) }),
});
