// What svelte-check and the compiler's strict flags do not see: promises left alone, unused code, unkeyed lists, raw HTML.
import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import { defineConfig } from "eslint/config";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

export default defineConfig(
  { ignores: ["dist/", "src/lib/api/types/"] },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  ...svelte.configs["flat/recommended"],
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: [".svelte"] },
    },
  },
  { files: ["**/*.svelte", "**/*.svelte.ts"], languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } } },
  {
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      // The fake backend answers at once what the real one answers later.
      "@typescript-eslint/require-await": "off",
      // What desk() gives are closures.
      "@typescript-eslint/unbound-method": "off",
      // Errors of the backend are plain objects, as Tauri hands them over.
      "@typescript-eslint/only-throw-error": "off",
      // ESLint does not see the types that a component's module exports, nor the compiler's warnings: svelte-check does.
      "@typescript-eslint/no-redundant-type-constituents": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "svelte/no-unused-svelte-ignore": "off",
      // Space that must stay is written as a string.
      "svelte/no-useless-mustaches": "off",
      // Lookups inside a function are meant not to be watched.
      "svelte/prefer-svelte-reactivity": "off",
      // A text from a file may hold any sign.
      "no-control-regex": "off",
    },
  },
  { files: ["*.js"], extends: [ts.configs.disableTypeChecked] },
);
