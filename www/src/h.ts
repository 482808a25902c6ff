// Building the page: elements, never markup.

import { HIDDEN, written } from "./language";

type Child = Node | string | null | false;
type Attribute = string | number | boolean | null | ((event: Event) => void);

/**
 * An element. A function is a listener (`{click: …}`), `true` an attribute without value, `null` or `false` none; everything
 * else is an attribute as written.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, Attribute> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== false) element.setAttribute(name, String(value));
  }
  const kept = children.filter((child): child is Node | string => child !== null && child !== false);
  element.append(...kept.map((child) => (typeof child === "string" ? child.replace(HIDDEN, written) : child)));
  return element;
}

/** A sentence of the engine: what stands between backticks is a value. */
export function rich(text: string): (Node | string)[] {
  return text.split("`").map((part, index) => (index % 2 === 1 ? h("code", {}, part) : part));
}

/** What has the focus, seen from a node: the document only knows that it is somewhere in `<pre-depot>`. */
export function focusBeside(node: Node): Element | null {
  const tree = node.getRootNode();
  return tree instanceof ShadowRoot || tree instanceof Document ? tree.activeElement : null;
}

/** Gives an element these children in this order; those that are there already are not taken out, so that they keep the focus. */
export function arrange(parent: Element, children: Element[]): void {
  const kept = new Set(children);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  let at = parent.firstElementChild;
  for (const child of children) {
    if (child === at) at = at.nextElementSibling;
    else parent.insertBefore(child, at);
  }
}

/** Saves bytes or text under a name. */
export function save(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  h("a", { href: url, download: name }).click();
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
