import { EncodingFinder, textDecoderOf } from '../text/decode-text.ts';

/**
 * Code pages by the language byte of a DBF header, as WHATWG names them. 0 and 0x57 mean whatever the writer's system
 * had. dBASE's own list has none for Vietnamese.
 */
const codePages: Readonly<Record<number, string>> = {
  3: 'windows-1252',
  87: 'windows-1252',
  88: 'windows-1252',
  89: 'windows-1252',
  38: 'ibm866',
  101: 'ibm866',
  77: 'gbk',
  122: 'gbk',
  78: 'euc-kr',
  121: 'euc-kr',
  79: 'big5',
  120: 'big5',
  19: 'shift_jis',
  123: 'shift_jis',
  80: 'windows-874',
  124: 'windows-874',
  125: 'windows-1255',
  126: 'windows-1256',
  200: 'windows-1250',
  201: 'windows-1251',
  202: 'windows-1254',
  203: 'windows-1253',
  204: 'windows-1257',
};
/** Pages of Western letters: every text fits them, Vietnamese written in another one too. */
const western = 'windows-1252';

/** The encoding a .cpg file names: 'UTF-8', '65001', 'ANSI 1258'; null for one we don't know. */
const encodingOfCpg = (cpg: string): string | null => {
  const number = /(\d{3,5})\s*$/.exec(cpg)?.[1];
  const label = number === '65001' ? 'utf-8' : number && !/8859/.test(cpg) ? `windows-${number}` : cpg.trim();
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
};

/** A field's bytes without the padding, and without the start of a character that the field had no room for. */
const bare = (bytes: Uint8Array): Uint8Array => {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--;
  if (end < bytes.length) return bytes.subarray(0, end);
  for (let back = 1; back <= 3 && back <= end; back++) {
    const byte = bytes[end - back];
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? bytes.subarray(0, end - back) : bytes;
  }
  return bytes;
};

const isIn = (encoding: string, texts: Iterable<Uint8Array>): boolean => {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    for (const text of texts) decoder.decode(bare(text));
    return true;
  } catch {
    return false;
  }
};

/** Fields that tell an encoding. */
const sampledFields = 5_000;

/** Fields with bytes beyond ASCII, which alone tell an encoding. */
const tellingFields = function* (texts: Iterable<Uint8Array>, most = Number.POSITIVE_INFINITY) {
  let found = 0;
  for (const text of texts) {
    if (found >= most) return;
    if (!text.some((byte) => byte > 0x7f)) continue;
    found++;
    yield text;
  }
};

/**
 * How the text fields of a table are read: as its .cpg file says, else as UTF-8 where all of them are, else by the words
 * they make, else as the language byte says. Throws InputError where it is none of these.
 *
 * @param texts walks all of them, as often as it is called
 */
export const dbfDecoder = (
  texts: () => Iterable<Uint8Array>,
  languageByte: number,
  cpg: Uint8Array | undefined,
  file: string,
): { encoding: string; decode: (field: Uint8Array) => string } => {
  const encoding = encodingOf(texts, languageByte, cpg && encodingOfCpg(new TextDecoder().decode(cpg)), file);
  const isUtf8 = encoding.toLowerCase() === 'utf-8';
  const decode = textDecoderOf(encoding);
  return {
    encoding: isUtf8 ? 'UTF-8' : encoding,
    decode: (field) => decode(isUtf8 ? bare(field) : field, true).replace(/[\0\s]+$/, ''),
  };
};

const encodingOf = (
  texts: () => Iterable<Uint8Array>,
  languageByte: number,
  stated: string | null | undefined,
  file: string,
): string => {
  if (stated && isIn(stated, tellingFields(texts()))) return stated;
  if (isIn('utf-8', tellingFields(texts()))) return 'utf-8';
  const page = codePages[languageByte];
  if (page && page !== western) return page;
  const finder = new EncodingFinder(file);
  for (const text of tellingFields(texts(), sampledFields)) {
    finder.add(text);
    finder.add(Uint8Array.of(0x0a));
  }
  try {
    return finder.end();
  } catch (error) {
    if (page) return page;
    throw error;
  }
};
