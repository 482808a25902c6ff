import { Deposit, initSync } from "bench:glue";
import packed from "bench:wasm";
import { day, fileName } from "bench:day";
import { compile } from "../../www/src/packed.ts";
const FIRST_SCREEN = Uint32Array.from({ length: 50 }, (_, index) => index);
export async function init() { initSync({ module: await compile(packed) }); }
const T = {};
let last;
const lap = (name) => { const n = performance.now(); (T[name] ??= []).push(n - last); last = n; };
const med = (a) => a.slice(20).sort((x, y) => x - y)[(a.length - 20) >> 1];
export function run(bytes) {
  for (let k = 0; k < 10; k++) { for (const n in T) if (k < 10 && T[n].length > 0 && k > 0) T[n].pop(); once(bytes); }
  return Object.entries(T).map(([k, v]) => k + "=" + (med(v) ?? 0).toFixed(3)).join(" ");
}
function once(bytes) {
  last = performance.now();
  const deposit = new Deposit(...day); lap("new");
  deposit.add(fileName, bytes); lap("add");
  deposit.check(); lap("check");
  const { counts } = deposit.summary(); lap("summary");
  deposit.diagnostics(0); lap("diag");
  deposit.texts_of(0, FIRST_SCREEN); lap("texts");
  deposit.free(); lap("free");
}
