import { describe, expect, it } from 'vitest';
import { ownProgram } from './own-program';

const appImage = (execPath: string): string =>
  ownProgram({
    env: { APPIMAGE: '/home/ayşe/Faksla 1.AppImage', APPDIR: '/tmp/.mount_FakslaX' },
    execPath,
    platform: 'linux',
  });
const portable = (name: string): string =>
  ownProgram({
    env: { PORTABLE_EXECUTABLE_FILE: 'E:\\Faksla.exe', PORTABLE_EXECUTABLE_APP_FILENAME: name },
    execPath: 'C:\\Temp\\x\\faksla.exe',
    platform: 'win32',
  });

describe('the file that starts the program', () => {
  it('is the process’s own', () => {
    expect(ownProgram({ env: {}, execPath: '/opt/Faksla/faksla', platform: 'linux' })).toBe('/opt/Faksla/faksla');
  });

  it('is the AppImage it runs from', () => {
    expect(appImage('/tmp/.mount_FakslaX/faksla')).toBe('/home/ayşe/Faksla 1.AppImage');
  });

  it('is the portable copy that unpacked it', () => {
    expect(portable('faksla')).toBe('E:\\Faksla.exe');
  });

  it('is not the file of another program that started it', () => {
    expect(appImage('/opt/Faksla/faksla')).toBe('/opt/Faksla/faksla');
    expect(portable('other')).toBe('C:\\Temp\\x\\faksla.exe');
  });
});
