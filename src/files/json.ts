import { refuse } from './problem-list.ts';

/**
 * Parses UTF-8 JSON. Throws InputError `not-json` with line and column of the first wrong character, or of the byte
 * that is no UTF-8; engines word and place their own messages differently.
 */
export const parseJson = (bytes: Uint8Array, file: string): unknown => {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse({ file, place: '', value: '', rule: 'not-json', ruleValues: { detail: 'UTF-8' } });
  }
  try {
    return JSON.parse(text);
  } catch {
    const at = firstWrongCharacter(text);
    const line = text.slice(0, at).split('\n');
    const place = `line ${line.length}, column ${line[line.length - 1].length + 1}`;
    const value = text.slice(at, at + 20).split('\n')[0];
    const detail = at >= text.length ? 'the file ends too early' : `character ${at + 1}`;
    throw refuse({ file, place, value, rule: 'not-json', ruleValues: { detail } });
  }
};

// characters of a string: all from the space on but quote and backslash
const space = /[ \t\n\r]*/y;
const scalar =
  /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const key = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"[ \t\n\r]*:/y;

/** Index of the first character that can't stand where it does (RFC 8259); the length when the text just ends. */
const firstWrongCharacter = (text: string): number => {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const takeOne = (characters: string): string => {
    const c = text[at];
    if (c === undefined || !characters.includes(c)) return '';
    at++;
    return c;
  };
  const closers: string[] = [];
  for (;;) {
    // here a value must begin
    take(space);
    const opener = takeOne('[{');
    if (opener) {
      closers.push(opener === '[' ? ']' : '}');
      take(space);
      if (!takeOne(closers[closers.length - 1])) {
        if (opener === '{' && !take(key)) return at;
        continue;
      }
      closers.pop();
    } else if (!take(scalar)) return at;
    // a value has ended: close what it ends, up to the next comma
    for (;;) {
      take(space);
      const closer = closers[closers.length - 1];
      if (closer === undefined) return at;
      if (takeOne(closer)) {
        closers.pop();
        continue;
      }
      if (!takeOne(',')) return at;
      take(space);
      if (closer === '}' && !take(key)) return at;
      break;
    }
  }
};
