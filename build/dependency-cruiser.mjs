/**
 * The arrows of the tree: renderer → app ← main, and nothing else crosses.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    {
      name: 'app-stands-alone',
      comment: 'app is true without a screen, a disk or Electron.',
      severity: 'error',
      from: { path: '^app/', pathNot: '\\.test\\.ts$' },
      to: {
        pathNot: '^app/|(^|/)node_modules/(zod|pdf-lib|@pdf-lib/fontkit|libphonenumber-js|i18next|@types/)',
      },
    },
    {
      name: 'renderer-knows-only-app',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(main|build)/' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$|/fixtures/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'fixtures-are-for-tests',
      severity: 'error',
      from: { pathNot: '\\.test\\.tsx?$|/fixtures/' },
      to: { path: '/fixtures(/|\\.ts$)', pathNot: 'node_modules' },
    },
    {
      name: 'renderer-has-no-electron',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '(^|/)node_modules/(electron|electron-store|keytar|@photostructure)/' },
    },
    {
      name: 'main-knows-only-app',
      severity: 'error',
      from: { path: '^main/' },
      to: { path: '^(renderer|build)/' },
    },
    {
      name: 'requests-leave-through-one-door',
      comment: "HTTP goes out through Electron's net, which knows the office's proxy and certificates.",
      severity: 'error',
      from: { path: '^main/', pathNot: '^main/exchange/|\\.test\\.ts$' },
      to: { dependencyTypes: ['core'], path: '^(node:)?(http|https|http2)$' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment: 'A file asked for by its address among the exports of a package is found by Vite alone.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.wasm\\?url$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
