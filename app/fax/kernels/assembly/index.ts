export { blackPels } from './black-pels';
export { extremes, mark, soften } from './cells';
export { coarse } from './coarse';
export { diffuse } from './diffuse';
export { fold } from './fold';
export { jpegLuma } from './jpeg';
export { letterHeights } from './letters';
export { luma } from './luma';
export { histogram, means, normalise, threshold } from './page';
export { cleanEdges, putOnPage } from './place';
export { inflateRoom, pngGrey } from './png';
export { regions } from './regions';
export { rgba } from './rgba';
export { loneSpecks } from './specks';
export { sweep } from './sweep';
export { encodeT6 } from './t6';
export { texture } from './texture';

/** Where memory is free from. */
export const heapBase: usize = __heap_base;
