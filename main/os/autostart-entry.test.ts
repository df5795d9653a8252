import { expect, it } from 'vitest';
import { autostartEntry } from './autostart-entry';

const exec = (program: string): string | undefined =>
  /^Exec=(.*)$/m.exec(autostartEntry({ program, words: ['--hidden'] }))?.[1];

it('the autostart entry runs the program hidden', () => {
  expect(exec('/opt/Faksla/faksla')).toBe('/opt/Faksla/faksla --hidden');
  expect(autostartEntry({ program: '/a', words: [] })).toMatch(/^\[Desktop Entry\]\nType=Application\n/);
});

it('the autostart entry quotes a program in an awkward place', () => {
  expect(exec('/home/Ayşe Nur/Faksla.AppImage')).toBe('"/home/Ayşe Nur/Faksla.AppImage" --hidden');
  expect(exec('/home/a/100%/faksla')).toBe('"/home/a/100%%/faksla" --hidden');
  expect(exec('/home/$a/"b"/faksla')).toBe(String.raw`"/home/\\$a/\\"b\\"/faksla" --hidden`);
});
