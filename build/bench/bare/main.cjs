/* eslint-disable @typescript-eslint/no-require-imports -- Electron starts no module from a folder. */
const process = require('node:process');
const { app, BrowserWindow } = require('electron');

/**
 * The least Electron app: one window with one button that can be pressed. Its page says so from the task after the
 * one that made the button, as Faksla's does from the effect after its first rendering.
 */
const page = `<!doctype html>
<title>Bare</title>
<script type="module">
  const button = document.createElement('button');
  button.textContent = 'Send';
  button.addEventListener('click', () => (document.title = 'Pressed'));
  document.body.append(button);
  setTimeout(() => console.log('ready'));
</script>`;

app.setPath('userData', process.env['FAKSLA_HOME'] ?? app.getPath('userData'));
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1200, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  window.webContents.once('console-message', () => process.stdout.write(`faksla-ready ${Date.now()}\n`));
  return window.loadURL(`data:text/html,${encodeURIComponent(page)}`);
});
