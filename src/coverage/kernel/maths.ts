/** Base-two logarithm of positive normal floats, within 2e-6. */
export function log2(x: v128): v128 {
  // exponent and a mantissa between √½ and √2
  const shifted = i32x4.sub(x, i32x4.splat(0x3f3504f3));
  const exponent = f32x4.convert_i32x4_s(i32x4.shr_s(shifted, 23));
  const mantissa = i32x4.add(v128.and(shifted, i32x4.splat(0x007fffff)), i32x4.splat(0x3f3504f3));
  // 2·artanh(z)/ln 2 of z = (m − 1)/(m + 1), at most 0.1716
  const one = f32x4.splat(1);
  const z = f32x4.div(f32x4.sub(mantissa, one), f32x4.add(mantissa, one));
  const z2 = f32x4.mul(z, z);
  let sum = f32x4.splat(0.41219858311113244);
  sum = f32x4.add(f32x4.mul(sum, z2), f32x4.splat(0.5770780163555855));
  sum = f32x4.add(f32x4.mul(sum, z2), f32x4.splat(0.9617966939259756));
  sum = f32x4.add(f32x4.mul(sum, z2), f32x4.splat(2.8853900817779268));
  return f32x4.add(exponent, f32x4.mul(sum, z));
}

/** Two to a power between −126 and 126, within 2e-7 of it. */
export function exp2(x: v128): v128 {
  const whole = f32x4.nearest(x);
  // a series of e to the rest, at most 0.35
  const r = f32x4.mul(f32x4.sub(x, whole), f32x4.splat(<f32>Math.LN2));
  let sum = f32x4.splat(1 / 720);
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1 / 120));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1 / 24));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1 / 6));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(0.5));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1));
  const scale = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23);
  return f32x4.mul(sum, scale);
}

/** 10·log10(x). */
export function decibels(x: v128): v128 {
  return f32x4.mul(log2(x), f32x4.splat(3.010299956639812));
}
