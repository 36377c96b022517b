import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Where the staff door stands while somebody works on these pages with `vite web/caseworker`. */
const staffDoor = 'http://127.0.0.1:4001';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), withoutFonts()],
  build: {
    outDir: fileURLToPath(new URL('../../dist/web/caseworker', import.meta.url)),
    emptyOutDir: true,
    // The content security policy allows scripts, styles, fonts from files of this origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { dashboard: page('index.html'), graphiql: page('analytics/graphiql.html') } },
  },
  server: {
    proxy: { '/graphql': { target: staffDoor, ws: true }, '/analytics/graphql': { target: staffDoor } },
  },
});

function page(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** GraphiQL brings its fonts as data: addresses, which the content security policy forbids. */
function withoutFonts(): Plugin {
  return {
    name: 'without-fonts',
    enforce: 'pre',
    transform: (code, id) =>
      id.includes('graphiql') && id.endsWith('.css') ? code.replaceAll(/@font-face\s*\{[^}]*\}/g, '') : null,
  };
}
