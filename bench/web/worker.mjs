// One contender, alone in its worker: its own heap, its own garbage.

let contender;
let input;

self.onmessage = async ({ data }) => {
  try {
    self.postMessage({ value: data.bytes ? await load(data) : await time() });
  } catch (error) {
    self.postMessage({ error: String(error?.stack ?? error) });
  }
};

async function load({ url, bytes }) {
  contender = await import(url);
  await contender.init?.();
  input = contender.prepare?.(bytes) ?? bytes;
}

async function time() {
  const start = performance.now();
  const errors = await contender.run(input);
  return { ms: performance.now() - start, errors };
}
