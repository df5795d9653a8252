// Our pages' policy forbids eval: unless told so before it is loaded, zod tries it once and the browser reports a
// violation. In main, compiling each check takes a start longer than the compiled one ever saves. A bundler may reorder
// static imports, so an entry imports this and then the rest dynamically.
(globalThis as { __zod_globalConfig?: { jitless: boolean } }).__zod_globalConfig = { jitless: true };

export {};
