/** The address at which a file is served as it is. */
declare module '*?url' {
  const address: string;
  export default address;
}
