/** Where the land of the built-in pack is kept between runs of the tests. */
export const landFolder = 'node_modules/.cache/phu-song/land';
export const landFile = `${landFolder}/ground`;
