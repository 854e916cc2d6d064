import { addDecoder, BaseDecoder, getDecoder } from 'geotiff';

/** Compression of a TIFF: deflate, and the number it had before it was given one. */
const deflate = 8;
const deflateOfOld = 32946;

/**
 * Has the platform inflate what GeoTIFFs hold: it is quicker than the library's own, which need not be fetched then.
 * Where a strip has bytes after its end the platform refuses; the library takes it, or says what is wrong.
 */
class PlatformInflate extends BaseDecoder {
  override async decodeBlock(block: ArrayBufferLike): Promise<ArrayBufferLike> {
    try {
      const packed = new Blob([new Uint8Array(block as ArrayBuffer)]).stream();
      return await new Response(packed.pipeThrough(new DecompressionStream('deflate'))).arrayBuffer();
    } catch {
      return (await getDecoder(deflateOfOld, this.parameters)).decodeBlock(block);
    }
  }
}

addDecoder(deflate, async () => PlatformInflate);

export { fromArrayBuffer } from 'geotiff';
