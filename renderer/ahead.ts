import { askAhead } from './ask-ahead';
import { startPressWorkersAhead } from './compose/press-workers';

/*
 * The first script of the window, loaded before the others: what takes a while and needs none of them is begun here.
 */

/** Main knows before the page does that files are on their way. */
export const isOpening = new URLSearchParams(location.search).has('opening');

if (isOpening) {
  startPressWorkersAhead(1);
  void import('./compose/page-list');
  void import('./compose/preview');
}

export const main = askAhead(window.faksla);
