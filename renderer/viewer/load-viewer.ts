import { loadedApart } from '../ui/loaded-apart';

export const Viewer = loadedApart(() => import('./viewer'));
