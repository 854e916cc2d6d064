/** Consonants a syllable begins with. */
const initials = 'b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x'.split('|');
/** Its vowels without their tone: those that end it, those that a consonant must follow, and those that do with either. */
const ending =
  'ai ao au ay âu ây eo êu ia iu oi ôi ơi ua ưa ui ưi ưu iêu yêu oai oao oay oeo uai uây uôi uya uyu ươi ươu uơ'.split(
    ' ',
  );
const followed = 'ă â iê yê oă oo uâ uô ươ uyê'.split(' ');
const either = 'a e ê i o ô ơ u ư y oa oe uê uy'.split(' ');
/** Consonants it ends with. */
const finals = 'ch?|m|ng|nh?|p|t';

const syllable = new RegExp(
  `^(?:${initials.join('|')})?(?:(?:${[...followed, ...either].join('|')})(?:${finals})|${[...ending, ...either].join('|')})$`,
);
/** Grave, acute, hook, tilde and dot below, as characters of their own. */
const tones = /[\u0300\u0301\u0309\u0303\u0323]/g;

/** Whether a word could be a Vietnamese syllable: consonants, vowels with at most one tone, a final consonant. */
export const isSyllable = (word: string): boolean => {
  const apart = word.toLowerCase().normalize('NFD');
  return (apart.match(tones)?.length ?? 0) <= 1 && syllable.test(apart.replace(tones, '').normalize('NFC'));
};

/** Units and signs with letters beyond ASCII that every language has. */
const signs = /^(?:[µμ]m|°[cf]?|k?m[²³])$/i;

/**
 * Words of a text that have letters beyond ASCII, which alone tell its encoding; a single sign tells nothing. Signs of
 * old encodings (§, µ, ¸) are part of a word.
 */
export const tellingWords = (text: string): string[] =>
  text
    .split(/[\s\d\p{Pd}\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e“”‘’…]+/u)
    .filter((word) => word.length >= 2 && /[^\0-\x7f]/.test(word) && !signs.test(word));

/** Share of the telling words that are Vietnamese, 0..1; null where no word tells anything. */
export const vietnameseShare = (texts: readonly string[]): number | null => {
  const words = texts.flatMap(tellingWords);
  return words.length === 0 ? null : words.filter(isSyllable).length / words.length;
};

/** Words that lists of places and sites are full of. */
const usual = new Set(
  'xóm xã bản tổ thôn phố phường huyện tỉnh trạm cột độ vĩ tọa số hộ người dân nhà mạng chiều quang cáp có đã chưa không nguyên thái đình đồng'.split(
    ' ',
  ),
);

/** Share of the telling words that are usual ones, 0..1. */
export const usualShare = (texts: readonly string[]): number => {
  const words = texts.flatMap(tellingWords);
  return words.filter((word) => usual.has(word.toLowerCase().normalize('NFC'))).length / Math.max(1, words.length);
};
