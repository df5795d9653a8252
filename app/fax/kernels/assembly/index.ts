export { blackPels } from './black-pels';
export { extremes, mark, soften } from './cells';
export { coarse } from './coarse';
export { diffuse } from './diffuse';
export { edgeOffsets } from './edge-offsets';
export { fold } from './fold';
export { distinctness, inkOf } from './ink';
export { jpegLuma } from './jpeg';
export { letterHeights } from './letters';
export { luma } from './luma';
export { margins } from './margins';
export { histogram, means, normalise, threshold } from './page';
export { cleanEdges, putOnPage } from './place';
export { inflateRoom, pngGrey } from './png';
export { regions } from './regions';
export { rgba } from './rgba';
export { loneSpecks } from './specks';
export { sweep } from './sweep';
export { sweepBy } from './sweep-by';
export { bestSides, bestSidesBytes, bestSidesRoom } from './sides';
export { lookAround, lookAroundRoom } from './surroundings';
export { encodeT6 } from './t6';
export { texture } from './texture';

/** Where memory is free from. */
export const heapBase: usize = __heap_base;
