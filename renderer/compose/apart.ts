import { loadedApart } from '../ui/loaded-apart';

/** What a fax with pages shows. An empty one needs none of it. */
export const PageList = loadedApart(() => import('./page-list'));
export const Preview = loadedApart(() => import('./preview'));
