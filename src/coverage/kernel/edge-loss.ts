import { exp2, log2 } from './maths';

/** 20·log10 of a number whose base-two logarithm is one. */
const decibelsADoubling: f32 = 6.020599913279624;

/**
 * Bullington loss in dB of an equivalent edge, ITU-R P.1812-7 eq. (12) and (21): nothing at and below ν = −0.78.
 *
 * @param nu dimensionless; d length of the path in km
 */
export function bullingtonDb(nu: v128, d: v128): v128 {
  const one = f32x4.splat(1);
  const v = f32x4.sub(nu, f32x4.splat(0.1));
  const root = f32x4.sqrt(f32x4.add(f32x4.mul(v, v), one));
  // the smaller of √(v² + 1) ± v is one over the larger
  const edge = f32x4.add(f32x4.mul(log2(f32x4.add(root, v)), f32x4.splat(decibelsADoubling)), f32x4.splat(6.9));
  // 1 − e^(−J/6)
  const rest = exp2(f32x4.mul(edge, f32x4.splat(-0.2404491734814939)));
  const blend = f32x4.mul(f32x4.sub(one, rest), f32x4.add(f32x4.splat(10), f32x4.mul(d, f32x4.splat(0.02))));
  return v128.and(f32x4.add(edge, blend), f32x4.gt(nu, f32x4.splat(-0.78)));
}
