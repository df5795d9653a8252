import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';

const policySchema = z.object({ updates: z.boolean() });

export interface PolicyParts {
  readonly environment: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly readText: (path: string) => Promise<string>;
  /** What `reg query` prints. */
  readonly queryRegistry: (key: string, name: string) => Promise<string>;
}

/**
 * Whether an administrator turned updates off: by `FAKSLA_UPDATES=off`, by `{"updates": false}` in the machine's
 * `policy.json`, or on Windows by the value `Updates` 0 (DWORD) of `HKLM\Software\Policies\Faksla`. A policy that
 * can't be understood forbids: an administrator who wrote one wanted something.
 */
export async function areUpdatesForbidden(parts: PolicyParts = systemParts): Promise<boolean> {
  const { environment, platform } = parts;
  if (['off', '0', 'false'].includes(environment['FAKSLA_UPDATES']?.toLowerCase() ?? '')) return true;
  if (platform === 'win32' && (await isOffInRegistry(parts))) return true;
  try {
    const text = await parts.readText(policyFile(platform, environment));
    return !policySchema.parse(JSON.parse(text)).updates;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === undefined;
  }
}

async function isOffInRegistry({ queryRegistry }: PolicyParts): Promise<boolean> {
  try {
    return /\bUpdates\s+REG_DWORD\s+0x0\b/.test(await queryRegistry('HKLM\\Software\\Policies\\Faksla', 'Updates'));
  } catch {
    return false;
  }
}

/** Only an administrator can write there. */
function policyFile(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  if (platform === 'win32') return join(environment['ProgramData'] ?? 'C:\\ProgramData', 'Faksla', 'policy.json');
  return platform === 'darwin' ? '/Library/Application Support/Faksla/policy.json' : '/etc/faksla/policy.json';
}

const systemParts: PolicyParts = {
  environment: process.env,
  platform: process.platform,
  readText: (path) => readFile(path, 'utf8'),
  queryRegistry: async (key, name) =>
    (await promisify(execFile)('reg', ['query', key, '/v', name], { windowsHide: true })).stdout,
};
