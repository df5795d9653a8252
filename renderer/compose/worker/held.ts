import type { Kernels } from '../../../app/fax/kernels/kernels';

/** Begins a page of the kernels with a copy of its pixels, where the kernels need not fetch them. */
export function held(pixels: Uint8Array, kernels: Kernels): Uint8Array {
  kernels.begin(pixels.length);
  const room = kernels.room(pixels.length);
  room.set(pixels);
  return room;
}
