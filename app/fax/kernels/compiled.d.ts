/** AssemblyScript, compiled to WebAssembly (`build/kernels.mjs`). */
declare module '*?compiled' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
