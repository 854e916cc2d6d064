import { signal } from '@preact/signals';
import type { Language } from '../../i18n/problems.ts';
import type { Letterhead } from '../../report/render/letterhead.ts';

/** Fields the user has changed, by language; the rest follow the open pack. */
type Changes = Partial<Letterhead>;
const key = (language: Language): string => `phusong.letterhead.${language}`;

const recall = (language: Language): Changes => {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(key(language)) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    // storage refused or broken: the defaults stand
    return {};
  }
};

const changes = signal<Record<Language, Changes>>({ vi: recall('vi'), en: recall('en') });

export const letterheadOf = (language: Language, defaults: Letterhead): Letterhead => {
  const kept = changes.value[language];
  const entries = Object.entries(defaults).map(([name, value]) => {
    const own = kept[name as keyof Letterhead];
    const fits = Array.isArray(value) ? Array.isArray(own) : typeof own === 'string';
    return [name, fits ? own : value];
  });
  return Object.fromEntries(entries) as unknown as Letterhead;
};

const keep = (language: Language, next: Changes): void => {
  changes.value = { ...changes.value, [language]: next };
  try {
    window.localStorage.setItem(key(language), JSON.stringify(next));
  } catch {
    // kept as long as the page
  }
};

export const changeLetterhead = (language: Language, change: Changes): void =>
  keep(language, { ...changes.value[language], ...change });

export const resetLetterhead = (language: Language): void => keep(language, {});
