/* eslint-disable @typescript-eslint/no-require-imports -- Electron starts no module from a folder. */
const { appendFileSync } = require('node:fs');
const path = require('node:path');
const process = require('node:process');
const { app } = require('electron');

/**
 * Starts the app it is packaged with, and notes in the file FAKSLA_BENCH_MARKS when its window is there (`window`) and when the
 * first page's picture has been painted (`page`): a line each with the process and the time.
 */
const watch = `(() => {
  const observer = new MutationObserver(() => {
    if (document.querySelector('[role="row"] canvas[width]') === null) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => console.log('bench-page')));
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['width'] });
})()`;

/** @param {string} word */
const mark = (word) =>
  appendFileSync(process.env['FAKSLA_BENCH_MARKS'] ?? '', `${word} ${process.pid} ${Date.now()}\n`);

app.on('web-contents-created', (_, contents) => {
  contents.on('console-message', (_event, _level, message) => {
    if (message === 'bench-page') mark('page');
  });
  contents.on('dom-ready', () => {
    mark('window');
    void contents.executeJavaScript(watch);
  });
});

require(path.join(__dirname, '../../../dist/main/index.cjs'));
