import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const ipcOnlyIn = (name, file) => ({
  name: 'electron',
  importNames: [name],
  message: `${name} is used in ${file} and nowhere else; add a call or an event to app/contract.ts instead.`,
});
const ipcMain = ipcOnlyIn('ipcMain', 'main/ipc/serve.ts and own-pages.ts');
const ipcRenderer = ipcOnlyIn('ipcRenderer', 'main/preload/index.ts');
const zod = { name: 'zod', message: 'zod/mini says the same and is loaded sooner (docs/decisions/0048).' };

export default defineConfig(
  { ignores: ['dist', 'release', '.cache', 'node_modules', 'app/fax/kernels/assembly'] },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js'] } } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-imports': ['error', { paths: [ipcMain, ipcRenderer, zod] }],
      'no-console': 'error',
    },
  },
  { files: ['renderer/**'], extends: [reactHooks.configs.flat.recommended] },
  {
    files: ['main/ipc/serve.ts', 'main/ipc/own-pages.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [ipcRenderer, zod] }] },
  },
  {
    files: ['main/preload/index.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [ipcMain, zod] }] },
  },
  { files: ['build/**'], rules: { 'no-console': 'off' } },
  { files: ['eslint.config.js'], extends: [tseslint.configs.disableTypeChecked] },
);
