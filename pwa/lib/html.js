// Markup as tagged templates. There is no HTML string anywhere, so Trusted Types has nothing to refuse.
import htm from "../vendor/htm.js";
import { h } from "../vendor/preact.js";

export { Component, createRef, render } from "../vendor/preact.js";

/** @type {(strings: TemplateStringsArray, ...values: any[]) => any} */
export const html = htm.bind(h);
