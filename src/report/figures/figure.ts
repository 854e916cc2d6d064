/** A picture of the report: vector graphics with its size on paper. One unit of the drawing is 0.1 mm. */
export interface Figure {
  id: string;
  svg: string;
  widthMm: number;
  heightMm: number;
  /** What it shows, for those who can't see it. */
  alt: string;
}

/** The whole of a page's text width, in drawing units. */
export const pageWidth = 1650;

export const figureOf = (id: string, alt: string, width: number, height: number, content: string): Figure => ({
  id,
  alt,
  widthMm: width / 10,
  heightMm: height / 10,
  svg:
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width / 10}mm" height="${height / 10}mm" font-family="Noto Sans, sans-serif">` +
    `<rect width="${width}" height="${height}" fill="#ffffff"/>${content}</svg>`,
});
