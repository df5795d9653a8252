import { describe, expect, it } from 'vitest';
import { openSettings, type SettingsFile } from './settings';

class FakeFile implements SettingsFile {
  constructor(private fields: Record<string, unknown> = {}) {}
  read() {
    return this.fields;
  }
  write(fields: Readonly<Record<string, unknown>>) {
    this.fields = { ...this.fields, ...(JSON.parse(JSON.stringify(fields)) as Record<string, unknown>) };
  }
}

describe('settings', () => {
  it('start with their defaults', () => {
    const settings = openSettings(new FakeFile()).get();
    expect(settings).toMatchObject({ language: null, theme: 'system', resolution: 'fine', header: '' });
  });

  it('are there again in the next start', () => {
    const file = new FakeFile();
    openSettings(file).change({ header: 'Ağrı Hukuk', theme: 'dark' });
    expect(openSettings(file).get()).toMatchObject({ header: 'Ağrı Hukuk', theme: 'dark', resolution: 'fine' });
  });

  it('keep what is readable of a file with a bad field', () => {
    const settings = openSettings(new FakeFile({ theme: 'purple', header: 'Noter', surprise: 1 })).get();
    expect(settings).toMatchObject({ theme: 'system', header: 'Noter' });
    expect(settings).not.toHaveProperty('surprise');
  });

  it('leave alone what a change does not name', () => {
    const settings = openSettings(new FakeFile({ header: 'Noter' }));
    expect(settings.change({ header: undefined, sender: '902129630131' })).toMatchObject({
      header: 'Noter',
      sender: '902129630131',
    });
  });

  it('are as they were where a change can’t be kept', () => {
    const file = new FakeFile({ header: 'Noter' });
    const settings = openSettings(file);
    file.write = () => {
      throw new Error('ENOSPC');
    };
    expect(() => settings.change({ header: 'Ağrı' })).toThrow('ENOSPC');
    expect(settings.get().header).toBe('Noter');
  });

  it('remember the window’s place beside the rest', () => {
    const file = new FakeFile();
    const bounds = { x: 1, y: 2, width: 900, height: 700, maximized: true };
    openSettings(file).keepWindowBounds(bounds);
    openSettings(file).change({ header: 'H' });
    expect(openSettings(file).windowBounds()).toEqual(bounds);
    expect(openSettings(file).get().header).toBe('H');
  });

  it('know no place for the window where the one kept is nonsense', () => {
    expect(openSettings(new FakeFile({ window: { width: -5, height: 'x' } })).windowBounds()).toBeNull();
  });
});
