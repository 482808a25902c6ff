// json-source-map for the lines, Ajv for the errors.

import { parse } from "json-source-map";
import validate from "bench:validate";

export function run(bytes) {
  const { data, pointers } = parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  validate(data);
  const errors = (validate.errors ?? []).map(({ instancePath, message }) => {
    const { line, column } = pointers[instancePath].value;
    return { message, line: line + 1, column: column + 1 };
  });
  return errors.length;
}
