import { net, powerMonitor } from 'electron';

const lookMs = 3_000;

/**
 * Calls `wake` when the machine has slept, the screen is unlocked, or the network is back after it was away. Whether
 * there is a network is looked at only while `isWaiting` says that something waits.
 */
export function watchWakeUps(isWaiting: () => boolean, wake: () => void): void {
  powerMonitor.on('resume', wake);
  powerMonitor.on('unlock-screen', wake);
  let wasOnline = true;
  const timer = setInterval(() => {
    if (!isWaiting()) return;
    const isOnline = net.isOnline();
    if (isOnline && !wasOnline) wake();
    wasOnline = isOnline;
  }, lookMs);
  timer.unref();
}
