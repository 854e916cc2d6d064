import { NO_SIGNAL } from '../../coverage/raster/coverage-types.ts';
import { rampEntries, rampLowestDbm, rampStepDb } from '../../coverage/raster/ramp.ts';

export const vertexShader = `#version 300 es
uniform mat4 u_matrix;
in vec2 a_corner;
out highp vec2 v_at;
void main() {
  v_at = a_corner;
  gl_Position = u_matrix * vec4(a_corner, 0.0, 1.0);
}`;

/** Looks up the cell and colours its level; four cells a pixel where the map is zoomed out, lest it sparkle. */
export const fragmentShader = `#version 300 es
precision highp float;
precision highp int;
precision highp isampler2D;
uniform isampler2D u_levels;
uniform sampler2D u_ramp;
uniform int u_threshold;
uniform float u_opacity;
in highp vec2 v_at;
out vec4 colour;

vec4 colourAt(vec2 cell, ivec2 size) {
  int level = texelFetch(u_levels, clamp(ivec2(cell), ivec2(0), size - 1), 0).r;
  if (level == ${NO_SIGNAL} || level < u_threshold) return vec4(0.0);
  int entry = (level - (${rampLowestDbm * 10})) / ${rampStepDb * 10};
  return vec4(texelFetch(u_ramp, ivec2(clamp(entry, 0, ${rampEntries - 1}), 0), 0).rgb, 1.0);
}

void main() {
  ivec2 size = textureSize(u_levels, 0);
  vec2 cell = v_at * vec2(size);
  vec2 across = dFdx(cell) * 0.25;
  vec2 down = dFdy(cell) * 0.25;
  vec4 sum;
  if (max(length(across), length(down)) < 0.3) {
    sum = colourAt(cell, size);
  } else {
    sum = (colourAt(cell + across + down, size) + colourAt(cell + across - down, size)
      + colourAt(cell - across + down, size) + colourAt(cell - across - down, size)) * 0.25;
  }
  if (sum.a == 0.0) discard;
  colour = sum * u_opacity;
}`;
