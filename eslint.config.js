// The rules of the house for the client, beside the usual ones.
import js from "@eslint/js";

const BROWSER = ["addEventListener", "history", "document", "location", "localStorage", "navigator", "scrollTo", "setInterval"];
const DESK = [
  "clearTimeout", "crypto", "Element", "Event", "getComputedStyle", "globalThis", "HTMLAnchorElement", "HTMLElement", "reportError", "removeEventListener",
  "setTimeout", "structuredClone", "TextDecoder", "URL", "URLSearchParams",
];
const WORKER = ["self", "caches", "URLPattern", "Request", "fetch", "URL"];
const BOTH = ["AbortSignal", "FormData", "HTMLInputElement"];
/** @param {string[]} names */
const globals = (names) => Object.fromEntries(names.map((name) => [name, "readonly"]));

const SINKS = ["innerHTML", "outerHTML", "insertAdjacentHTML", "dangerouslySetInnerHTML", "srcdoc", "write", "writeln"];
const NO_SINK = {
  selector: `:matches(MemberExpression[computed=false] > Identifier.property, Property > Identifier.key):matches(${SINKS.map((name) => `[name=${name}]`).join(", ")})`,
  message: "Markup is made by html`` only; no string becomes HTML.",
};
const NO_FETCH = {
  selector: ":matches(CallExpression > Identifier.callee[name=fetch], NewExpression > Identifier.callee[name=/^(XMLHttpRequest|EventSource|WebSocket)$/], MemberExpression > Identifier.property[name=/^(fetch|sendBeacon)$/])",
  message: "Only lib/api.js talks to the service.",
};

export default [
  { ignores: [".venv/", "var/", "dist/", "pwa/vendor/", "pwa/types/", "test-results/"] },
  js.configs.recommended,
  {
    rules: {
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-console": "error",
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: "error",
      curly: ["error", "multi-line"],
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "max-lines": ["error", 250],
      "max-lines-per-function": ["error", 45],
      "max-params": ["error", 5],
      complexity: ["error", 12],
    },
  },
  {
    files: ["pwa/street/**/*.js", "pwa/lib/**/*.js"],
    languageOptions: { globals: globals([...BROWSER, ...BOTH]) },
    rules: { "no-restricted-syntax": ["error", NO_SINK, NO_FETCH] },
  },
  {
    files: ["pwa/desk/**/*.js", "tests/browser/*.js"],
    languageOptions: { globals: globals([...BROWSER, ...BOTH, ...DESK]) },
    rules: { "no-restricted-syntax": ["error", NO_SINK, NO_FETCH] },
  },
  {
    files: ["pwa/lib/api.js"],
    languageOptions: { globals: globals(["fetch"]) },
    rules: { "no-restricted-syntax": ["error", NO_SINK] },
  },
  {
    files: ["pwa/sw.js"],
    languageOptions: { globals: globals(WORKER) },
    rules: { "no-restricted-syntax": ["error", NO_SINK] },
  },
  {
    files: ["tests/js/**/*.js"],
    languageOptions: { globals: globals(["console", "URL", "URLSearchParams"]) },
    rules: { "no-console": "off" },
  },
];
