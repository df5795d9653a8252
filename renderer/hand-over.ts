/** Opens a port of the page's own to main: its preload script hands the other end over. What is posted until then waits in it. */
export function openPort(channel: string): MessagePort {
  const { port1, port2 } = new MessageChannel();
  window.postMessage(channel, location.origin, [port2]);
  return port1;
}
