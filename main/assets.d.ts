/** electron-vite copies such a file beside the built code; the import is its path there. */
declare module '*?asset' {
  const path: string;
  export default path;
}
