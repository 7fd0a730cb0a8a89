// No preprocessor beyond TypeScript: styles stay plain CSS, so the window's CSP needs no exception.
import { vitePreprocess } from "@sveltejs/vite-plugin-svelte";
export default { preprocess: vitePreprocess() };
