import { language } from './language.ts';
import { packTexts } from './vi/pack-texts.ts';

/** A text that a pack says of itself, in the language on screen where it is known there. */
export const packText = (text: string): string =>
  language() === 'vi' ? ((packTexts as Readonly<Record<string, string>>)[text] ?? text) : text;
