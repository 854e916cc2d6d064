import { named, t } from '../../../i18n/language.ts';

/** What a parameter of money is, in words; its own name where none are known. */
export const parameterName = (name: string): string => {
  const year = /^grid_ef_(\d{4})$/.exec(name)?.[1];
  return year ? t('sharing.parameter.grid', { year }) : (named('sharing.parameter', name) ?? name);
};
