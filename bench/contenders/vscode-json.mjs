// What an editor does: the language service of VS Code.

import { getLanguageService, TextDocument } from "vscode-json-languageservice";
import schema from "bench:schema";

const service = getLanguageService({});

export function init() {
  service.configure({ validate: true, schemas: [{ uri: "https://example.org/schema.json", fileMatch: ["*"], schema }] });
}

export async function run(bytes) {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  const document = TextDocument.create("file:///deposit.json", "json", 1, text);
  return (await service.doValidation(document, service.parseJSONDocument(document))).length;
}
