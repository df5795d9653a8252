// Our content security policy forbids eval. Unless told so before it is loaded, zod tries it once and the browser
// reports a violation. A bundler may reorder static imports, so a page's entry imports this and then the rest dynamically.
(globalThis as { __zod_globalConfig?: { jitless: boolean } }).__zod_globalConfig = { jitless: true };

export {};
