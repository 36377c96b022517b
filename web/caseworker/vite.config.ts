import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the staff door stands while somebody works on these pages with `vite web/caseworker`. */
const staffDoor = 'http://127.0.0.1:4001';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../../dist/web/caseworker', import.meta.url)),
    emptyOutDir: true,
    // The content security policy allows scripts, styles, fonts from files of this origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/graphql': { target: staffDoor, ws: true } } },
});
