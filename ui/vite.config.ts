// Build of the window. `assetsInlineLimit: 0` keeps fonts as files, so the CSP needs no `data:` for them;
// no module-preload polyfill, because it would be an inline script in some targets.
import { defineConfig } from "vite";
import { svelte } from "@sveltejs/vite-plugin-svelte";

export default defineConfig({
  plugins: [svelte()],
  clearScreen: false,
  server: { port: 5173, strictPort: true, host: "127.0.0.1" },
  build: { target: "safari16.4", sourcemap: false, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
