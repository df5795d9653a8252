import { isOpening, main } from './ahead';
import { begin } from './beginning';
import { createClient } from './bridge';
import { foreseeing } from './compose/foreseeing';
import { createPress } from './compose/press';

/*
 * What the window has before its interface is loaded, which takes a while: main to ask, and the press, which meanwhile
 * begins with the first of the files that are given.
 */

export const query = new URLSearchParams(location.search);
export const client = createClient(main);
export const press = foreseeing(createPress());

if (isOpening) press.prepare(1);

export const beginning = begin(client, ({ files: [first] }) => {
  if (first && first.isFolder !== true) press.foresee({ file: { token: first.token }, name: first.name });
});
