// The rules' sheets, which the page loads beside the tool: once it is open, it asks for nothing more.

import packed from "inline:sheets";
import type { PreDepot } from "./element";

void customElements.whenDefined("pre-depot").then((tool) => (tool as typeof PreDepot).carry(packed));
