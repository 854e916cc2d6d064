import i18next from 'i18next';
import type { Language } from './languages.ts';
import type { DataValues } from './texts.ts';

const engine = i18next.createInstance();

/**
 * A text or a value that is not there is our own fault: it throws, so that no file and no test goes on with it. A page goes
 * on, showing the key, and its console and the browser's tests hear of it.
 */
const missing = (what: string): void => {
  const error = new Error(what);
  if ('document' in globalThis && typeof reportError === 'function') reportError(error);
  else throw error;
};

void engine.init({
  initAsync: false,
  lng: 'vi',
  fallbackLng: false,
  resources: {},
  // the first part of a key is its namespace
  nsSeparator: '.',
  keySeparator: '.',
  interpolation: { escapeValue: false },
  saveMissing: true,
  appendNamespaceToMissingKey: true,
  missingKeyHandler: (codes, namespace, key) => missing(`No text in ${codes.join()} for ${namespace}.${key}`),
  returnedObjectHandler: (key: string) => missing(`No text but a branch at ${key}`),
  missingInterpolationHandler: (text: string, [written, name]: RegExpExecArray) => {
    missing(`No value of ${name} for «${text}»`);
    return written;
  },
});

/** Texts without values, as they were found: a table asks for the same few thousands of times. */
const found: Record<Language, Map<string, string>> = { vi: new Map(), en: new Map() };

/** Makes texts of a language known, each namespace under its name. */
export const addTexts = (language: Language, namespaces: Readonly<Record<string, object>>): void => {
  for (const [name, texts] of Object.entries(namespaces)) engine.addResourceBundle(language, name, texts);
  found[language].clear();
};

export const textOf = (language: Language, key: string, values?: DataValues): string => {
  if (values) return engine.t(key, { ...values, lng: language });
  const known = found[language].get(key) ?? engine.t(key, { lng: language });
  found[language].set(key, known);
  return known;
};

/** The same where values may be missing: what stood for them is left out. */
export const textLeavingOut = (language: Language, key: string, values: DataValues): string =>
  engine.t(key, { ...values, lng: language, missingInterpolationHandler: () => '' });

export const hasText = (language: Language, key: string): boolean =>
  engine.exists(key, { lng: language, returnObjects: false });

/** What stands in a namespace for a sentence that is its own key, as the data has it; the sentence itself where nothing does. */
export const sentenceOf = (language: Language, namespace: string, sentence: string): string => {
  const other: unknown = engine.getResource(language, namespace, sentence, { keySeparator: false });
  return typeof other === 'string' ? other : sentence;
};
