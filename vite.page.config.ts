import { defineConfig } from 'vite';

/** The local page of `refvouch serve`: three files with fixed names, which the server holds in memory. */
export default defineConfig({
  root: new URL('./src/serve/page', import.meta.url).pathname,
  base: '/',
  logLevel: 'warn',
  build: {
    outDir: new URL('./dist/serve/page', import.meta.url).pathname,
    emptyOutDir: true,
    modulePreload: false,
    rollupOptions: { output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]' } },
  },
});
