import { plainName } from '../table/raw-table.ts';

/** 'đã có cáp quang', 'chưa kéo cáp': what is said of a cable, without accents and blanks. */
const cable = '(?:co|keo|lap|lapdat|dau|daunoi)?(?:duong)?(?:cap)?(?:soi)?(?:quang)?(?:roi)?';
const yes = new RegExp(`^(?:true|t|1|yes|y|x|v|ok|fttx|ftth|fttb|gpon|fibre|fiber|(?=.)(?:da)?${cable})$`);
const no = new RegExp(`^(?:false|f|0|no|n|none|k|kg|kc|(?:khong|ko|chua)${cable})$`);
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
