// What the script does when a page loads it: from then on `<pre-depot>` is the tool.

import { PreDepot } from "./element";
import { followLanguage } from "./page";

// A page may load it twice.
if (customElements.get("pre-depot") === undefined) {
  followLanguage();
  customElements.define("pre-depot", PreDepot);
}
