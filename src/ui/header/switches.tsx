import { language, t } from '../../i18n/language.ts';
import { chooseLanguage, theme, toggleTheme } from '../app-state/preferences.ts';
import { Icon } from '../kit/icon.tsx';

const languages = [
  { id: 'vi', label: 'VI', name: 'Tiếng Việt' },
  { id: 'en', label: 'EN', name: 'English' },
] as const;

export const Switches = ({ onHelp }: { onHelp: () => void }) => (
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
    <button
      type="button"
      class="icon-button"
      aria-label={t(theme.value === 'dark' ? 'header.toLight' : 'header.toDark')}
      title={t(theme.value === 'dark' ? 'header.toLight' : 'header.toDark')}
      onClick={toggleTheme}
    >
      <Icon name={theme.value === 'dark' ? 'sun' : 'moon'} />
    </button>
    <button
      type="button"
      class="icon-button wide-only"
      aria-label={t('header.help')}
      title={t('header.help')}
      onClick={onHelp}
    >
      <Icon name="help" />
    </button>
  </>
);
