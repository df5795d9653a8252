import { background } from './background';
import { cli } from './cli';
import { deliveries } from './deliveries';
import { failures } from './failures';
import { menu } from './menu';
import { outbox } from './outbox';
import { proof } from './proof';
import { records } from './records';
import { sending } from './sending';
import { ui } from './ui';
import { viewer } from './viewer';

export const en = { failures, deliveries, menu, cli, proof, records, ui, viewer, background, outbox, sending };
