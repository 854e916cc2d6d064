import { expect, test } from 'vitest';
import { writePng } from '../../../src/files/raster/png-write.ts';

const pixels = Uint8Array.of(255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 128);

test('the same pixels give the same bytes, whoever compresses them', () => {
  expect(Buffer.from(writePng({ width: 2, height: 2, pixels })).toString('base64')).toBe(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAEklEQVR4nGP4zwBCUMDIxNwAAB+DAoUh9CfGAAAAAElFTkSuQmCC',
  );
});

test('pixels that do not fill the picture are refused', () => {
  expect(() => writePng({ width: 2, height: 3, pixels })).toThrow('expected 24');
});
