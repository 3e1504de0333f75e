/** OpenCC's dictionaries as opencc-js ships them: rows `from to1 to2`, parted by `|`. */
declare module 'opencc-js/dict/*' {
  const rows: string;
  export default rows;
}
