import { describe, expect, it } from 'vitest';
import { filesIn, linksIn, userArguments } from './arguments';

describe('the user’s words', () => {
  it('of a packaged app are all but the program', () => {
    expect(userArguments(['/opt/faksla', 'send', 'a.png', '--to', '1'], null)).toEqual(['send', 'a.png', '--to', '1']);
  });

  it('of an unpackaged app come after its folder', () => {
    const argv = ['/x/electron', '--ozone-platform=headless', '--no-sandbox', '/src/faksla', 'key', 'status'];
    expect(userArguments(argv, '/src/faksla')).toEqual(['key', 'status']);
  });

  it('do not begin with switches for Chromium', () => {
    const argv = ['/opt/faksla', '--inspect=0', '--remote-debugging-port=0', '--no-sandbox', '--demo', 'a.png'];
    expect(userArguments(argv, null)).toEqual(['--demo', 'a.png']);
  });

  it('are none where there are only switches', () => {
    expect(userArguments(['/opt/faksla', '--no-sandbox'], null)).toEqual([]);
  });
});

describe('the files of a window’s start', () => {
  it('are absolute, in the order given, without options', () => {
    expect(filesIn(['b.png', '--demo', '/tmp/Ağaç 1.jpg'], '/home/ayşe')).toEqual([
      '/home/ayşe/b.png',
      '/tmp/Ağaç 1.jpg',
    ]);
  });

  it('after “--” may look like options', () => {
    expect(filesIn(['--demo', '--', '--to.png'], '/h')).toEqual(['/h/--to.png']);
  });

  it('are read from the addresses file managers give', () => {
    expect(filesIn(['file:///tmp/A%C4%9Fa%C3%A7%201.jpg', 'file:///x%zz', 'file://other/y'], '/h')).toEqual([
      '/tmp/Ağaç 1.jpg',
      '/h/file:/x%zz',
      '/h/file:/other/y',
    ]);
  });
});

describe('the links of a window’s start', () => {
  it('are told from files, also after “--”', () => {
    const words = ['a.png', 'fax:+902123205072', '--demo', '--', 'TEL:1', '--send', './fax:2'];
    expect(linksIn(words)).toEqual(['fax:+902123205072', 'TEL:1']);
    expect(filesIn(words, '/h')).toEqual(['/h/a.png', '/h/--send', '/h/fax:2']);
  });
});
