import { addTexts } from './engine.ts';
import type { Language } from './languages.ts';
import './shared-english.ts';
import { type SharedTexts, type Translator, translatorIn } from './translator.ts';
import type * as command from './vi/command/index.ts';
import type * as report from './vi/report/index.ts';

export type ReportTexts = SharedTexts & typeof report;
export type CommandTexts = ReportTexts & typeof command;

const reportTexts = {
  vi: () => import('./vi/report/index.ts'),
  en: () => import('./en/report/index.ts'),
} as const;

const commandTexts = {
  vi: () => import('./vi/command/index.ts'),
  en: () => import('./en/command/index.ts'),
} as const;

/** Speaks as the report and the other files do. Their texts are long, and load when they are first asked for. */
export const loadReportTexts = async (language: Language): Promise<Translator<ReportTexts>> => {
  addTexts(language, await reportTexts[language]());
  return translatorIn<ReportTexts>(language);
};

/** Speaks as the command line does: as files do, and in words of its own. */
export const loadCommandTexts = async (language: Language): Promise<Translator<CommandTexts>> => {
  await loadReportTexts(language);
  addTexts(language, await commandTexts[language]());
  return translatorIn<CommandTexts>(language);
};
