/** TCVN 5712:1993 VN3, the encoding of the ABC fonts: a letter for the Latin-1 character its byte is shown as. */
const tcvn3Pairs =
  'µà¸á¶ả·ã¹ạ¨ă»ằ¾ắ¼ẳ½ẵÆặ©âÇầÊấÈẩÉẫËậ®đÌèÐéÎẻÏẽÑẹªêÒềÕếÓểÔễÖệ×ìÝíØỉÜĩÞịßòãóáỏâõäọ«ôåồèốæổçỗéộ¬ơêờíớëởìỡîợïùóúñủòũôụ\u00adưõừøứöử÷ữùựúỳýýûỷüỹþỵ¡Ă¢Â§Đ£Ê¤Ô¥Ơ¦Ư';

const tcvn3 = new Map<string, string>();
for (let i = 0; i < tcvn3Pairs.length; i += 2) tcvn3.set(tcvn3Pairs[i], tcvn3Pairs[i + 1]);

/** Text typed for a font of the ABC family, shown in any other font: 'Xãm §×nh' is 'Xóm Đình'. */
export const fromTcvn3 = (text: string): string => [...text].map((c) => tcvn3.get(c) ?? c).join('');

const [grave, acute, hook, tilde, dot] = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const [circumflex, breve, horn] = ['\u0302', '\u0306', '\u031b'];

/** Marks that VNI writes behind a vowel, as the Latin-1 characters they are shown as. */
const vniMarks: Readonly<Record<string, string>> = {
  ø: grave,
  ù: acute,
  û: hook,
  õ: tilde,
  ï: dot,
  â: circumflex,
  à: circumflex + grave,
  á: circumflex + acute,
  å: circumflex + hook,
  ã: circumflex + tilde,
  ä: circumflex + dot,
  ê: breve,
  è: breve + grave,
  é: breve + acute,
  ú: breve + hook,
  ü: breve + tilde,
  ë: breve + dot,
};
/** Letters that VNI has as one character. */
const vniLetters: Readonly<Record<string, string>> = {
  ì: `i${grave}`,
  í: `i${acute}`,
  æ: `i${hook}`,
  ó: `i${tilde}`,
  ò: `i${dot}`,
  î: `y${dot}`,
  ñ: 'đ',
  ô: `o${horn}`,
  ö: `u${horn}`,
};

const upperAs = (like: string, text: string): string => (like === like.toLowerCase() ? text : text.toUpperCase());

/** Text typed for a VNI font, shown in any other: 'Xoùm Ñình' is 'Xóm Đình'. */
export const fromVni = (text: string): string =>
  text
    .replace(/([aeiouyôö])([øùûõïâàáåãäêèéúüë])/gi, (_, vowel: string, mark: string) => {
      const letter = vniLetters[vowel.toLowerCase()] ?? vowel.toLowerCase();
      return `\ue000${upperAs(vowel, letter)}${vniMarks[mark.toLowerCase()]}`;
    })
    // what has been turned is marked, so that a vowel that is also a letter of VNI is not turned twice
    .replace(/\ue000(.[\u0300-\u036f]+)|([ìíæóòîñôö])/gi, (whole, turned: string | undefined) =>
      turned === undefined ? upperAs(whole, vniLetters[whole.toLowerCase()]) : turned,
    )
    .normalize('NFC');

/** Encodings of before Unicode that still stand in lists, with how their text is turned. */
export const legacyEncodings: readonly (readonly [name: string, turn: (text: string) => string])[] = [
  ['TCVN3 (ABC)', fromTcvn3],
  ['VNI', fromVni],
];
