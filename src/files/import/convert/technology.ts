import { type Technology, technologies } from '../../../model/site.ts';

/** '4G', 'LTE' and 'L1800' are one technology. */
export const technologyOf = (text: string): Technology | undefined => {
  const plain = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const exact = technologies.find((technology) => technology === plain);
  if (exact) return exact;
  if (/^(?:GSM|EDGE|GPRS|2G(?!.*\dG))/.test(plain)) return '2G';
  if (/^(?:UMTS|WCDMA|HSPA|HSDPA|3G(?!.*\dG))/.test(plain)) return '3G';
  if (/^(?:LTE|EUTRA|L\d{3,4}$|4G(?!.*\dG))/.test(plain)) return '4G';
  return /^(?:NR|5GNR|N\d{2,3}$|5G(?!.*\dG))/.test(plain) ? '5G' : undefined;
};

/** Technologies a text lists, each with its own words: '2G/3G, LTE', '3G 4G'. */
export const technologiesIn = (text: string): { name: string; technology: Technology | undefined }[] =>
  text
    .split(/[;,|+/&]/)
    .flatMap((part) => {
      const name = part.trim();
      // 'HSPA+' ends where it was parted; '3G 4G' are two
      return technologyOf(name) || !/\s/.test(name) ? [name] : name.split(/\s+/);
    })
    .filter((name) => name !== '')
    .map((name) => ({ name, technology: technologyOf(name) }));
