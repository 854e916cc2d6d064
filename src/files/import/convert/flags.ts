import { plainName } from '../table/raw-table.ts';

const yes =
  /^(?:true|t|1|yes|y|x|v|co|cocap|cocapquang|ok|da|dacop?|dacap|dacapquang|daquang|dakeo|dakeocap|dalapdat|dacoquang|roi|coroi|quang|capquang|cap|fttx|ftth|fttb|gpon|fibre|fiber)$/;
const no = /^(?:false|f|0|no|n|khong|ko|k|kg|khongco|kocap|khongcap|khongquang|chua|chuaco|chuacap|chuaquang|none|kc)$/;
const ticks = /^[✓✔☑✅●■⬤]$/u;
const crosses = /^[✗✘✕✖☐☒❌○□]$/u;

/** Operators whose name in a column of fibre says that theirs is there. */
const carriers = ['viettel', 'vnpt', 'vinaphone', 'mobifone', 'fpt', 'cmc', 'sctv', 'vtvcab', 'gtel', 'vietnamobile'];

/**
 * Whether a cell says yes or no, in the words lists have for fibre: 'Có', 'Đã có', 'FTTH', 'Viettel, VNPT', a tick;
 * 'Không', 'Chưa'. Undefined where it says neither.
 */
export const parseFlag = (text: string): boolean | undefined => {
  if (ticks.test(text)) return true;
  if (crosses.test(text)) return false;
  // 1.0 and 0,00 are what programs make of 1 and 0
  const plain = /^[01][.,]0+$/.test(text) ? text[0] : plainName(text);
  if (yes.test(plain)) return true;
  if (no.test(plain)) return false;
  const names = text.split(/[,;/+&]|\svà\s/).map(plainName);
  return names.length > 0 && names.every((name) => carriers.includes(name)) ? true : undefined;
};
