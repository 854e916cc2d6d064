/**
 * Characters no name has: controls, halves of a pair, what Unicode keeps for no character, and signs that turn the
 * direction of what follows.
 */
const never = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffd\ufffe\uffff]/u;

/** The first character of a text that can't be shown, as 'U+FFFE'; null where there is none. */
export const unshowable = (text: string): string | null => {
  const found = never.exec(text)?.[0];
  return found === undefined ? null : `U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
};

/** The same, but for the breaks of lines and tabs that markup is written with. */
const neverInMarkup = /[^\P{Cc}\t\n\r]|[\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** Text or markup that any reader takes: each character that can't be shown is seen as one (U+FFFD), and turns or breaks nothing. */
export const showable = (text: string): string => text.replace(neverInMarkup, '\ufffd');
