import { language, t } from '../../i18n/language.ts';
import { ActionButton, helpAction, themeAction } from '../actions/index.ts';
import { chooseLanguage } from '../app-state/preferences.ts';

const languages = [
  { id: 'vi', label: 'VI', name: 'Tiếng Việt' },
  { id: 'en', label: 'EN', name: 'English' },
] as const;

export const Switches = () => (
  <>
    <fieldset class="segments" aria-label={t('header.language')}>
      {languages.map(({ id, label, name }) => (
        <button
          key={id}
          type="button"
          lang={id}
          title={name}
          aria-pressed={language() === id}
          onClick={() => chooseLanguage(id)}
        >
          {label}
        </button>
      ))}
    </fieldset>
    <ActionButton action={themeAction} />
    <ActionButton action={helpAction} class="wide-only" />
  </>
);
