import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { compiledTexts } from './scripts/compiled-texts.mjs';

const page = (name) => fileURLToPath(new URL(name, import.meta.url));

/** The portal is built to `dist/www`: `tsc -b` owns the rest of `dist`. The gallery is a page of development and of `--mode gallery`, never of a release. */
export default defineConfig(({ command, mode }) => ({
  plugins: [compiledTexts(), react()],
  resolve: { conditions: ['@ketenregie/source', ...defaultClientConditions] },
  server: { port: 5173, proxy: { '/graphql': 'http://127.0.0.1:3000', '/session': 'http://127.0.0.1:3000' } },
  build: {
    outDir: mode === 'gallery' ? 'dist/gallery' : 'dist/www',
    emptyOutDir: true,
    manifest: true,
    // The first browsers with light-dark(), subgrid and text-wrap: all of May 2024.
    target: ['chrome123', 'firefox121', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: mode === 'gallery' || command === 'serve' ? [page('index.html'), page('gallery.html')] : [page('index.html')] },
  },
}));
