import { language } from './language.ts';
import { translatorIn } from './translator.ts';

/** A text that a pack says of itself, in the language on screen where it is known there. */
export const packText = (text: string): string => translatorIn(language()).ofPack(text);
