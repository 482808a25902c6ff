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
  /** `data`: where the bytes are; without, it runs on files. */
  async load(name, url, data) {
    const worker = new Worker("worker.mjs", { type: "module" });
    workers.set(name, worker);
    await ask(worker, { url, bytes: data && (await bytesOf(data)) });
  },

  /** `file`: which of the files chosen, when it runs on files. */
  run: (name, file) => ask(workers.get(name), { file: document.querySelector("input").files[file] }),

  /** Bytes in hand, engine not loaded, to the first verdict. */
  async cold(url, data) {
    const bytes = await bytesOf(data);
    const start = performance.now();
    const contender = await import(url);
    await contender.init?.();
    await contender.run(bytes);
    return { ms: performance.now() - start };
  },
};
