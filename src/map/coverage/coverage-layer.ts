import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import { NO_SIGNAL } from '../../coverage/raster/coverage-types.ts';
import { type RampId, rampEntries, rampPixels } from '../../coverage/raster/ramp.ts';
import type { Theme } from '../palette.ts';
import { changePixels } from './change-ramp.ts';
import type { CoverageImage } from './image.ts';
import { fragmentShader, vertexShader } from './shader.ts';
import { type Tile, tileMatrix, tilesOf } from './tiles.ts';

/** How coverage is drawn. Nothing of it needs a new run. */
export interface CoverageLook {
  /** Weaker signal is left out. */
  thresholdDbm: number;
  /** 0..1 */
  opacity: number;
  ramp: RampId;
  continuous: boolean;
}

export interface CoverageMapLayer extends CustomLayerInterface {
  /** Takes an image for the next frame; null draws nothing. */
  setImage: (image: CoverageImage | null) => void;
  /** `isChange`: the image is of changes between two states, with a ramp of its own. */
  setLook: (look: CoverageLook, theme: Theme, isChange: boolean) => void;
}

export const coverageLayerId = 'coverage';

/** Every WebGL 2 device takes textures of this side. */
const longestSide = 2048;

interface Resources {
  program: WebGLProgram;
  corners: WebGLBuffer;
  vertexArray: WebGLVertexArrayObject;
  ramp: WebGLTexture;
  tiles: { tile: Tile; texture: WebGLTexture }[];
  at: Record<'u_matrix' | 'u_levels' | 'u_ramp' | 'u_threshold' | 'u_opacity', WebGLUniformLocation | null>;
}

const compile = (gl: WebGL2RenderingContext, type: number, source: string): WebGLShader => {
  const shader = gl.createShader(type)!;
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  // a lost context compiles nothing, and tells nothing worth telling
  if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost()) {
    throw new Error(`The coverage shader does not compile: ${gl.getShaderInfoLog(shader)}`);
  }
  return shader;
};

const link = (gl: WebGL2RenderingContext): WebGLProgram => {
  const program = gl.createProgram();
  const shaders = [compile(gl, gl.VERTEX_SHADER, vertexShader), compile(gl, gl.FRAGMENT_SHADER, fragmentShader)];
  for (const shader of shaders) gl.attachShader(program, shader);
  gl.bindAttribLocation(program, 0, 'a_corner');
  gl.linkProgram(program);
  for (const shader of shaders) gl.deleteShader(shader);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    throw new Error(`The coverage shader does not link: ${gl.getProgramInfoLog(program)}`);
  }
  return program;
};

const texture = (gl: WebGL2RenderingContext): WebGLTexture => {
  const made = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, made);
  for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
    gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);
  for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, wrap, gl.CLAMP_TO_EDGE);
  return made;
};

const unpackNames = [
  'UNPACK_ROW_LENGTH',
  'UNPACK_SKIP_PIXELS',
  'UNPACK_SKIP_ROWS',
  'UNPACK_FLIP_Y_WEBGL',
  'UNPACK_PREMULTIPLY_ALPHA_WEBGL',
] as const;

/**
 * Uploads with a known unpack state and leaves WebGL's defaults, which the map counts on: it sets the rest anew after
 * every custom layer. What was there is not read: a read waits until the card has drawn all before it, 150 ms in software.
 */
const withPlainUnpack = (gl: WebGL2RenderingContext, upload: () => void): void => {
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  for (const name of unpackNames) gl.pixelStorei(gl[name], 0);
  upload();
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 4);
  for (const name of unpackNames) gl.pixelStorei(gl[name], 0);
};

const uploadTiles = (gl: WebGL2RenderingContext, { grid, levelTenthsDbm }: CoverageImage): Resources['tiles'] => {
  const made: Resources['tiles'] = [];
  withPlainUnpack(gl, () => {
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, grid.width);
    for (const tile of tilesOf(grid.width, grid.height, longestSide)) {
      const on = texture(gl);
      gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, tile.col);
      gl.pixelStorei(gl.UNPACK_SKIP_ROWS, tile.row);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.R16I, tile.width, tile.height, 0, gl.RED_INTEGER, gl.SHORT, levelTenthsDbm);
      made.push({ tile, texture: on });
    }
  });
  return made;
};

const create = (gl: WebGL2RenderingContext): Resources => {
  const program = link(gl);
  const corners = gl.createBuffer();
  const vertexArray = gl.createVertexArray();
  gl.bindVertexArray(vertexArray);
  gl.bindBuffer(gl.ARRAY_BUFFER, corners);
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([0, 0, 1, 0, 0, 1, 1, 1]), gl.STATIC_DRAW);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
  gl.bindVertexArray(null);
  const location = (name: string): WebGLUniformLocation | null => gl.getUniformLocation(program, name);
  return {
    program,
    corners,
    vertexArray,
    ramp: texture(gl),
    tiles: [],
    at: {
      u_matrix: location('u_matrix'),
      u_levels: location('u_levels'),
      u_ramp: location('u_ramp'),
      u_threshold: location('u_threshold'),
      u_opacity: location('u_opacity'),
    },
  };
};

/** Coverage as a layer of the map: levels in integer textures, coloured as they are drawn. */
export const createCoverageLayer = (): CoverageMapLayer => {
  let map: MapLibreMap | null = null;
  let resources: Resources | null = null;
  let image: CoverageImage | null = null;
  let look: CoverageLook = { thresholdDbm: -120, opacity: 1, ramp: 'viridis', continuous: false };
  let theme: Theme = 'light';
  let isChange = false;
  let imageIsNew = false;
  let rampIsNew = false;

  const upload = (gl: WebGL2RenderingContext, on: Resources): void => {
    if (imageIsNew) {
      for (const { texture: old } of on.tiles) gl.deleteTexture(old);
      on.tiles = image ? uploadTiles(gl, image) : [];
      imageIsNew = false;
    }
    if (rampIsNew) {
      withPlainUnpack(gl, () => {
        gl.bindTexture(gl.TEXTURE_2D, on.ramp);
        const pixels = isChange ? changePixels(theme) : rampPixels(look.ramp, theme, look.continuous);
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, rampEntries, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
      });
      rampIsNew = false;
    }
  };

  const render = (gl: WebGL2RenderingContext, { defaultProjectionData }: CustomRenderMethodInput): void => {
    if (!resources || !image) return;
    const { program, vertexArray, at } = resources;
    gl.activeTexture(gl.TEXTURE0);
    upload(gl, resources);
    gl.useProgram(program);
    gl.bindVertexArray(vertexArray);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.disable(gl.CULL_FACE);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.uniform1i(at.u_levels, 0);
    gl.uniform1i(at.u_ramp, 1);
    gl.uniform1i(at.u_threshold, isChange ? NO_SIGNAL : Math.round(look.thresholdDbm * 10));
    gl.uniform1f(at.u_opacity, look.opacity);
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D, resources.ramp);
    gl.activeTexture(gl.TEXTURE0);
    for (const { tile, texture: levels } of resources.tiles) {
      gl.bindTexture(gl.TEXTURE_2D, levels);
      gl.uniformMatrix4fv(at.u_matrix, false, tileMatrix(defaultProjectionData.mainMatrix, image.grid, tile));
      gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
    }
    gl.bindVertexArray(null);
  };

  return {
    id: coverageLayerId,
    type: 'custom',
    renderingMode: '2d',
    onAdd: (on, gl) => {
      map = on;
      resources = create(gl as WebGL2RenderingContext);
      imageIsNew = true;
      rampIsNew = true;
    },
    onRemove: (_, gl) => {
      if (!resources) return;
      for (const { texture: old } of resources.tiles) gl.deleteTexture(old);
      gl.deleteTexture(resources.ramp);
      gl.deleteBuffer(resources.corners);
      (gl as WebGL2RenderingContext).deleteVertexArray(resources.vertexArray);
      gl.deleteProgram(resources.program);
      resources = null;
      map = null;
    },
    render: (gl, input) => render(gl as WebGL2RenderingContext, input),
    setImage: (next) => {
      if (next?.levelTenthsDbm === image?.levelTenthsDbm) return;
      image = next;
      imageIsNew = true;
      map?.triggerRepaint();
    },
    setLook: (next, nextTheme, nextIsChange) => {
      rampIsNew ||= next.ramp !== look.ramp || next.continuous !== look.continuous;
      rampIsNew ||= nextTheme !== theme || nextIsChange !== isChange;
      look = next;
      theme = nextTheme;
      isChange = nextIsChange;
      map?.triggerRepaint();
    },
  };
};
