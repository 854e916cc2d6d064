/** A GSO commune code: five digits, whose leading zeros spreadsheets lose, and which programs give decimals. */
export const asCommuneCode = (text: string): string => {
  const whole = text.replace(/[.,]0+$/, '');
  return /^\d{1,5}$/.test(whole) ? whole.padStart(5, '0') : text;
};
