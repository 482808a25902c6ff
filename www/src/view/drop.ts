// The whole window is a drop zone; the buttons do the same.

import { byId } from "../h";
import { fromDrop, fromInput, type Intake } from "../intake";

export function receive(open: (intake: Intake) => void): void {
  for (const id of ["choisir", "choisir-dossier"]) {
    const input = byId<HTMLInputElement>(id);
    byId(`${id}-bouton`).addEventListener("click", () => input.click());
    input.addEventListener("change", () => {
      open(fromInput(input.files));
      // So that the same file can be chosen again.
      input.value = "";
    });
  }

  // One goes in and out of every element on the way: the window is left when as many were left as entered.
  let depth = 0;
  const hover = (entered: number): void => {
    depth = entered;
    document.body.classList.toggle("survol", depth > 0);
  };
  window.addEventListener("dragenter", (event) => {
    event.preventDefault();
    if (event.dataTransfer?.types.includes("Files")) hover(depth + 1);
  });
  window.addEventListener("dragleave", () => hover(Math.max(0, depth - 1)));
  window.addEventListener("dragover", (event) => event.preventDefault());
  window.addEventListener("drop", (event) => {
    event.preventDefault();
    hover(0);
    if (event.dataTransfer !== null) void fromDrop(event.dataTransfer).then(open);
  });
}
