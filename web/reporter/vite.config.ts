import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  // What is needed only to build is bundled, so that the server starts without development packages.
  ssr: { noExternal: ['gql.tada', '@0no-co/graphql.web'] },
  build: {
    // Everything is a file under /assets: no data: addresses in pages or styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    emptyOutDir: true,
  },
});
