/** Twentieths of a point in a length of paper: 1440 an inch. Rounded up, so that no margin falls short of its rule. */
export const twips = (mm: number): number => Math.ceil((mm / 25.4) * 1440);

/** Pixels of a picture's size in a document: 96 an inch. */
export const pixels = (mm: number): number => Math.round((mm / 25.4) * 96);

export const twipsOfPoints = (points: number): number => points * 20;

/** Sizes of type are given in half points. */
export const halfPoints = (points: number): number => points * 2;

/**
 * The page of Decree 30/2020/NĐ-CP, annex I: A4, top and bottom 20-25 mm, left 30-35 mm, right 15-20 mm, Times New
 * Roman 13-14.
 */
export const page = {
  widthMm: 210,
  heightMm: 297,
  topMm: 20,
  bottomMm: 20,
  leftMm: 30,
  rightMm: 15,
  font: 'Times New Roman',
  textPoints: 14,
} as const;

export const textWidthMm = (landscape: boolean): number =>
  (landscape ? page.heightMm : page.widthMm) - page.leftMm - page.rightMm;
