import { background } from './background';
import { cli } from './cli';
import { deliveries } from './deliveries';
import { failures } from './failures';
import { history } from './history';
import { menu } from './menu';
import { outbox } from './outbox';
import { preferences } from './preferences';
import { proof } from './proof';
import { recipients } from './recipients';
import { records } from './records';
import { sending } from './sending';
import { ui } from './ui';
import { viewer } from './viewer';

export const tr = {
  background,
  cli,
  deliveries,
  failures,
  history,
  menu,
  outbox,
  preferences,
  proof,
  recipients,
  records,
  sending,
  ui,
  viewer,
} as const;
