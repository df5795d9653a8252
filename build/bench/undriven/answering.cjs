/* eslint-disable @typescript-eslint/no-require-imports -- Electron starts no module from a folder. */
const path = require('node:path');
const process = require('node:process');
const { app, BrowserWindow } = require('electron');

/**
 * A question on the channel of whoever started the app. Its first word, of id 0, is said unasked: the window's page is
 * loaded.
 *
 * @typedef {{ id: number, script?: string, isAbout?: 'pid' | 'metrics' | 'end' }} Question
 */

/**
 * @param {number} id
 * @param {unknown} answer
 */
const tell = (id, answer) => process.send?.({ id, answer });

const contents = () => BrowserWindow.getAllWindows()[0]?.webContents;

function metrics() {
  const found = app.getAppMetrics().find(({ pid }) => pid === contents()?.getOSProcessId());
  return { bytes: (found?.memory.privateBytes ?? 0) * 1024, load: found?.cpu.percentCPUUsage ?? 0 };
}

/**
 * @param {Question} question
 * @returns {Promise<unknown>}
 */
async function answerTo({ script, isAbout }) {
  if (script !== undefined) return contents()?.executeJavaScript(script);
  if (isAbout === 'end') app.quit();
  return isAbout === 'pid' ? contents()?.getOSProcessId() : metrics();
}

app.on('web-contents-created', (_, created) => {
  created.once('did-finish-load', () => tell(0, null));
});

process.on('message', (message) => {
  const question = /** @type {Question} */ (message);
  void answerTo(question).then((answer) => tell(question.id, answer));
});

require(path.join(__dirname, 'dist/main/index.cjs'));
