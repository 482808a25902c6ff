// What the driver calls in the page.

const workers = new Map();

function ask(worker, message) {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data.value));
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(message);
  });
}

const bytesOf = async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer());

window.bench = {
  async load(name, url, data) {
    const worker = new Worker("worker.mjs", { type: "module" });
    workers.set(name, worker);
    await ask(worker, { url, bytes: await bytesOf(data) });
  },

  run: (name) => ask(workers.get(name), {}),

  /** Bytes in hand, engine not loaded, to the first verdict. */
  async cold(url, data) {
    const bytes = await bytesOf(data);
    const start = performance.now();
    const contender = await import(url);
    await contender.init?.();
    const errors = await contender.run(bytes);
    return { ms: performance.now() - start, errors };
  },
};
