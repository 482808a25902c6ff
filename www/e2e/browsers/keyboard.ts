// The keyboard alone, in whichever engine: where Tab goes, in order, and that it goes through. What is said to those who listen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { demande, deposit, example } from "../../src/example";
import type { Server } from "../server";
import { zip } from "../zip";
import { Key, type Browser } from "./browser";

const NAME = "JSON-MDVLGC0001-20231002-001.json";

interface Stop {
  name: string;
  /** Nothing lies over it, and something shows that it has the focus. */
  seen: boolean;
}

/** What has the focus; null when it has left the page's own elements. */
const stop = (page: Browser): Promise<Stop | null> =>
  page.run(({ active }) => {
    const element = active();
    if (element === null || element === document.body) return null;
    const tree = element.getRootNode() as DocumentFragment;
    const label = tree.querySelector(`#${element.getAttribute("aria-labelledby")}`)?.textContent;
    const name = element.id || element.getAttribute("aria-label") || (label ?? element.textContent ?? "").replace(/\s+/g, " ").trim();
    // A tick box is as large as its label; of a text that scrolls, the frame is seen.
    const own = element.closest("label") ?? element.closest(".source") ?? element;
    const box = own.getBoundingClientRect();
    let top: Element | null = null;
    let root: DocumentOrShadowRoot | null = document;
    while (root !== null) {
      // In the middle of what is in sight.
      const x = (Math.max(0, box.left) + Math.min(innerWidth, box.right)) / 2;
      const y = (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2;
      const at: Element | null = root.elementFromPoint(x, y);
      top = at;
      root = at !== null && at.shadowRoot !== root ? at.shadowRoot : null;
    }
    // CodeMirror draws its frame when the window has the focus too, which the screen in memory gives to none.
    const ringed = (own.matches(".source") && !document.hasFocus()) || [element, own, ...own.querySelectorAll("*")].some((one) => getComputedStyle(one).outlineStyle !== "none" && parseFloat(getComputedStyle(one).outlineWidth) > 0);
    return { name: name.slice(0, 60), seen: ringed && top !== null && (own.contains(top) || top.contains(own)) };
  });

/** Presses Tab from the start of the page until the focus leaves it or begins again. */
async function walk(page: Browser): Promise<string[]> {
  await page.run(({ one }) => one("a.evitement")?.focus());
  const stops: Stop[] = [];
  const hidden: string[] = [];
  for (let at = await stop(page); at !== null; at = await stop(page)) {
    if (stops.length > 0 && at.name === stops[0]?.name) break;
    stops.push(at);
    // The first was not reached by the keyboard. CodeMirror marks that it has the focus a moment later.
    const seen = at.seen || stops.length === 1 || (await page.driver.wait(async () => (await stop(page))?.seen, 2000).catch(() => false));
    if (!seen) hidden.push(at.name);
    assert.ok(stops.length < 100, `the focus goes round: ${stops.slice(-4).map((one) => one.name)}`);
    await page.press(Key.TAB);
  }
  assert.deepEqual(hidden, [], "the focus is in sight");
  return stops.map((one) => one.name);
}

const START = ["Aller au contenu", "langue-fr", "langue-en", "choisir-bouton", "choisir-dossier-bouton"];
const BADGE = "✓0 requête depuis l’ouverture";
const END = ["Les trois fichiers", "Comment lire le résultat", "Ce que cette page ne peut pas vérifier"];

export function keyboard(browser: () => Browser, site: () => Server): void {
  test("Tab goes through the page in the order that it is read in", async () => {
    const page = browser();
    await page.visit(site().address);
    assert.deepEqual(await walk(page), [...START, "exemple", BADGE, "MS1-DUI", "MDV-LGC", "HOP-DPI", "HOP-PFI", "HOP-RI", ...END, "Les règles, une par une", "Héberger ou intégrer cet outil"]);
  });

  test("Tab goes through the results, and out of the source", async () => {
    const page = browser();
    await page.visit(site().address);
    await page.drop(
      { name: NAME, content: deposit([demande(1, { montant: "1075" }), demande(2, { nom: "Bernard" })]) },
      { name: "pieces.zip", content: zip([{ name: "MDV-LGC-Va1-BDC-00001.pdf" }, { name: "Notes.pdf" }]) },
    );
    await page.until(({ all }) => all(".points .point-message").filter((message) => message.textContent !== "").length === 4);
    // The JSON's own errors come first.
    for (const id of ["pieces", "preparation"]) await page.click(`#${id} > summary`);
    await page.away();
    await page.until(({ one }) => one(".bulle") !== null && one(".infobulle") === null);
    await page.says("#limites > summary", "0 sur 10 vérifiés");
    const points = await page.run(({ all }) => all(".points button[data-finding]").map((button) => (button.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 60)));
    const summaries = await page.run(({ all }) => all(".groupe > summary").map((summary) => (summary.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 60)));
    const group = (nth: number, code: string, ...after: string[]): string[] => [summaries[nth] ?? "", `Fiche de la règle ${code}`, points[nth] ?? "", ...after];
    assert.deepEqual(await walk(page), [
      ...START,
      "recommencer",
      BADGE,
      "✕ Pièces justificatives 2 attendues · 1 présente · 1 manquante · 1 non déclarée".slice(0, 60),
      "pieces-filtre",
      "Pièces justificatives",
      "piece-0",
      "piece-0-0",
      "piece-1",
      "piece-2-0",
      "Préparer le ZIP à déposer 1 sûre · 1 à régler",
      "preparer",
      "Il vous reste 1 pièce à régler",
      "1 fichier laissé de côté : non déclarés, en trop ou en faute",
      "onglet-0",
      "profil",
      "voir-tout",
      "relire",
      "retirer",
      "exporter",
      "demande-0",
      "demande-1",
      "Corriger le point sûr",
      ...group(0, "F008", "Corriger"),
      ...group(1, "F006", "Corriger (à confirmer)"),
      ...group(2, "Z005", "pieces.zip"),
      ...group(3, "N004", "Corriger (à confirmer)"),
      "source-annuler",
      "source-retablir",
      "Chercher",
      `Contenu de ${NAME}`,
      "Corriger",
      ...END.slice(0, -1),
      `${END.at(-1)} 0 sur 10 vérifiés`,
    ]);
  });

  test("Tab goes backwards out of the source", async () => {
    const page = browser();
    await page.visit(site().address);
    await page.drop({ name: NAME, content: example() });
    await page.element(".bulle");
    await page.run(({ one }) => one(".cm-content")?.focus());
    await page.chord(Key.SHIFT, Key.TAB);
    assert.equal(await page.focused(), "Chercher");
  });

  test("what has the focus is not taken away, and F8 goes to the point", async () => {
    const page = browser();
    const arrives = (at: string): Promise<unknown> =>
      page.until(({ active }, at) => (active()?.dataset["code"] ?? active()?.id) === at, at);
    const press = async (selector: string, key: string): Promise<void> => {
      await page.run(({ one }, selector) => one(selector)?.focus(), selector);
      await page.press(key);
    };
    await page.visit(site().address);
    await page.drop({ name: NAME, content: deposit([demande(1, { montant: "1075" }), demande(2, { nom: "Bernard" })]) });
    for (const code of ["F008", "F006", "N004", "Z024", "F008"]) {
      await page.press(Key.F8);
      await arrives(code);
    }
    // Of a point whose words are others by then.
    await page.run(({ one }) => one(".cm-content")?.focus());
    await page.chord(Key.CONTROL, Key.HOME);
    await page.press(Key.ENTER);
    await page.element('[data-code="F006"][data-line="74"]');
    await page.run(({ one, saying }) => {
      const button = saying("Corriger", ".point .corriger.secondaire");
      button?.classList.add("ancien");
      button?.focus();
      return one(".ancien") !== null;
    });
    await page.chord(Key.CONTROL, "z");
    await page.until(({ one }) => one(".ancien") === null);
    assert.equal(await page.focused(), "Corriger (à confirmer)");
    await press("#demande-0", Key.ENTER);
    await page.element(".filtre .lien");
    await press(".filtre .lien", Key.ENTER);
    await arrives("titre-points");
    await page.drop({ name: "JSON-MDVLGC0001-20231002-002.json", content: deposit([demande(1, { nom: "Petit" }).replace('"00001"', '"00003"')]) });
    await press('[aria-selected="true"]', Key.HOME);
    await arrives("onglet-0");
    // Pressed before the other file is drawn.
    await page.run(({ one }) => {
      for (const key of ["ArrowRight", "F8"]) {
        one('[aria-selected="true"]')?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
      }
    });
    await arrives("F006");
    await press("#retirer", Key.ENTER);
    await arrives("titre-points");
  });

  test("each state is said to those who listen", async () => {
    const page = browser();
    await page.visit(site().address);
    // What was said is kept: it may be followed at once by something else.
    await page.run(({ all }) => {
      const said: string[] = [];
      Object.assign(window, { said });
      for (const region of all('[role="status"], [role="alert"], [aria-live]')) {
        const kind = region.getAttribute("role") ?? region.getAttribute("aria-live") ?? "";
        new MutationObserver(() => said.push(`${kind}: ${(region.textContent ?? "").replace(/\s+/g, " ").trim()}`)).observe(region, {
          childList: true,
          characterData: true,
          subtree: true,
        });
      }
    });
    const heard = async (words: RegExp): Promise<void> => {
      await page.until((_, source) => (window as unknown as { said: string[] }).said.some((one) => new RegExp(source).test(one)), words.source);
    };
    await page.drop({ name: NAME, content: deposit([demande(1, { montant: "1075" })]) });
    await heard(/^status: .*1 point bloquant/);
    await page.press(Key.F8);
    await heard(/^polite: Point 1 sur \d, ligne 14/);
    await page.click(".point .corriger");
    await heard(/^status: .*(prête?)/);
    await page.click("#exporter");
    await page.click("#exporter-json");
    await heard(/^polite: .* est téléchargé/);
    await page.run(({ one }) => one(".depot")?.dispatchEvent(new DragEvent("drop", { dataTransfer: new DataTransfer(), bubbles: true, cancelable: true, composed: true })));
    await heard(/^alert: Ce que vous avez déposé n’est pas un fichier/);
  });
}
