import type { Places } from '../integration/places';
import type { Handlers } from './serve';

export const integrationCalls = (places: Places): Pick<Handlers, 'integration.list' | 'integration.change'> => ({
  'integration.list': () => places.list(),
  'integration.change': ({ id, install }) => places.change(id, install),
});
