import { language, t } from '../../../i18n/language.ts';
import { chooseLanguage, theme, toggleTheme } from '../../app-state/preferences.ts';
import type { Action } from '../action.ts';
import { keyHelpShown, paletteShown } from '../shown.ts';

export const findAction: Action = {
  id: 'find',
  group: 'map',
  icon: 'search',
  label: () => t('actions.find'),
  keys: [{ key: 'k', ctrl: true }, { key: '/' }],
  whileTyping: true,
  run: () => {
    paletteShown.value = true;
  },
};

export const themeAction: Action = {
  id: 'theme',
  group: 'view',
  get icon() {
    return theme.value === 'dark' ? ('sun' as const) : ('moon' as const);
  },
  label: () => t(theme.value === 'dark' ? 'header.toLight' : 'header.toDark'),
  keyHelp: 'help.theme',
  keys: [{ key: 't' }],
  run: toggleTheme,
};

export const helpAction: Action = {
  id: 'help',
  group: 'view',
  icon: 'help',
  label: () => t('header.help'),
  keys: [{ key: '?' }],
  run: () => {
    keyHelpShown.value = true;
  },
};

export const viewActions: readonly Action[] = [
  themeAction,
  {
    id: 'language',
    group: 'view',
    icon: 'language',
    label: () => t('help.language'),
    keys: [{ key: 'l' }],
    run: () => chooseLanguage(language() === 'vi' ? 'en' : 'vi'),
  },
  helpAction,
];
