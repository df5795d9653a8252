import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { headless, launch, root } from './launch.mjs';
import { parseJson } from './setup/json.mjs';

/**
 * Tries Faksla without an account and without a network: with a display the app opens on the demo account with two
 * sample pages; without one the two sample documents are sent to two numbers of the demo exchange, and what arrived is told.
 *
 * @typedef {{ to: string, state: string, orderId: string | null, callUuid: string | null, pages: number, reason: string | null }} Delivery
 */

const samples = ['mektup.png', 'form.jpg'].map((name) => join(root, 'build/demo', name));
const numbers = ['0 212 320 50 72', '0 312 220 40 50'];
const home = process.env['FAKSLA_HOME'] ?? join(root, '.cache/demo');
const env = { ...process.env, FAKSLA_HOME: home };

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);

process.exitCode = hasDisplay ? await openWindow() : await sendSamples();

async function openWindow() {
  const given = process.argv.slice(2);
  console.log(
    'Faksla opens on the demo account with two sample pages: type a number, say 0 212 320 50 72, and press Send.',
  );
  const { code } = await launch(['--demo', ...(given.length > 0 ? given : samples)], { env });
  return code;
}

async function sendSamples() {
  console.log(`No display here, so the command line sends the two sample pages to ${numbers.join(' and ')}.`);
  const { stdout } = await faksla(['send', ...samples, ...numbers.flatMap((to) => ['--to', to]), '--wait', '--json']);
  const { deliveries } = /** @type {{ deliveries: Delivery[] }} */ (parseJson(stdout));
  for (const delivery of deliveries) console.log(await told(delivery));
  const delivered = deliveries.filter(({ state }) => state === 'delivered').length;
  console.log(`${delivered} of ${deliveries.length} faxes delivered by the demo exchange.`);
  return delivered >= numbers.length ? 0 : 1;
}

/** @param {Delivery} delivery */
async function told({ to, state, orderId, callUuid, pages, reason }) {
  const order = orderId === null ? '' : `, order ${orderId}`;
  if (state !== 'delivered' || callUuid === null) return `To +${to}: ${state} ${reason ?? ''}${order}`;
  mkdirSync(home, { recursive: true });
  const file = join(home, `received-${to}.pdf`);
  const { code } = await faksla(['document', callUuid, '--out', file]);
  const where = code === 0 ? `; what arrived: ${relative(process.cwd(), file)}` : '';
  return `To +${to}: delivered, ${pages} pages${order}${where}`;
}

/** @param {string[]} args */
function faksla(args) {
  const stdio = /** @type {const} */ (['ignore', 'pipe', 'inherit']);
  return launch([...args, '--demo'], { switches: headless, stdio: [...stdio], env, quiet: args[0] !== 'send' });
}
