import { visit } from 'jsonc-parser';
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

/** Index of the first character that can't stand where it does (RFC 8259); the length when the text just ends. */
const firstWrongCharacter = (text: string): number => {
  let [wrong, reached] = [text.length, 0];
  const opens = (offset: number): void => {
    reached = offset;
  };
  try {
    visit(
      text,
      {
        onError: (_, offset) => {
          wrong = Math.min(wrong, offset);
        },
        onArrayBegin: opens,
        onObjectBegin: opens,
      },
      { disallowComments: true },
    );
  } catch (error) {
    // nested deeper than can be followed: there it ends
    if (error instanceof RangeError) return Math.min(wrong, reached);
    throw error;
  }
  return wrong;
};
