/** A complex number. */
export interface Complex {
  re: number;
  im: number;
}

export const divide = (a: Complex, b: Complex): Complex => {
  const squared = b.re * b.re + b.im * b.im;
  return { re: (a.re * b.re + a.im * b.im) / squared, im: (a.im * b.re - a.re * b.im) / squared };
};

/** The root with a real part that is not negative. */
export const squareRoot = ({ re, im }: Complex): Complex => {
  const modulus = Math.hypot(re, im);
  const imaginary = Math.sqrt((modulus - re) / 2);
  return { re: Math.sqrt((modulus + re) / 2), im: im < 0 ? -imaginary : imaginary };
};
