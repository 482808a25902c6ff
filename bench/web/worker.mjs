// One contender, alone in its worker: its own heap, its own garbage.

let contender;
let input;

self.onmessage = async ({ data }) => {
  try {
    self.postMessage({ value: data.url ? await load(data) : await time(data) });
  } catch (error) {
    self.postMessage({ error: String(error?.stack ?? error) });
  }
};

async function load({ url, bytes }) {
  contender = await import(url);
  await contender.init?.();
  if (bytes) input = contender.prepare?.(bytes) ?? bytes;
}

async function time({ file = input }) {
  const start = performance.now();
  const found = await contender.run(file);
  return { ms: performance.now() - start, found };
}
