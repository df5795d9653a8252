import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'app/fax/kernels/assembly');
const cache = join(root, '.cache/kernels');

const QUERY = '?compiled';
const OPTIONS = ['--optimizeLevel', '3', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd'];

/**
 * AssemblyScript of `app/fax/kernels/assembly` as WebAssembly. What was compiled before is taken from the cache.
 *
 * @returns {Promise<Uint8Array>}
 */
async function compileKernels() {
  const compiler = readFileSync(join(root, 'node_modules/assemblyscript/package.json'));
  const hash = createHash('sha256').update(compiler).update(OPTIONS.join(' '));
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, file)));
  const cached = join(cache, `${hash.digest('hex').slice(0, 16)}.wasm`);
  if (existsSync(cached)) return readFileSync(cached);
  const bytes = await runCompiler();
  mkdirSync(cache, { recursive: true });
  writeFileSync(`${cached}.${process.pid}`, bytes);
  renameSync(`${cached}.${process.pid}`, cached);
  return bytes;
}

async function runCompiler() {
  const { default: asc } = await import('assemblyscript/asc');
  let made = /** @type {Uint8Array | null} */ (null);
  let messages = '';
  const { error } = await asc.main(['index.ts', ...OPTIONS, '--outFile', 'kernels.wasm'], {
    readFile: (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : null),
    writeFile: (name, contents) => {
      if (name === 'kernels.wasm') made = /** @type {Uint8Array} */ (contents);
    },
    listFiles: () => [],
    stderr: { write: (chunk) => void (messages += String(chunk)) },
  });
  if (error !== null || made === null)
    throw new Error(`The kernels could not be compiled.\n${messages}`, { cause: error });
  return made;
}

/**
 * `import bytes from '…/assembly/index.ts?compiled'` gives the compiled kernels.
 *
 * @returns {import('vite').Plugin}
 */
export const kernels = () => ({
  name: 'kernels',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith(QUERY)) return null;
    for (const file of readdirSync(folder)) this.addWatchFile(join(folder, file));
    const base64 = Buffer.from(await compileKernels()).toString('base64');
    return `export default Uint8Array.from(atob(${JSON.stringify(base64)}), (character) => character.charCodeAt(0));`;
  },
});
