// Reads a part of a file, in the worker or, where it may not, in the page.

/** A slice that the worker asks the page for; the answer comes by the port. */
export interface Asked {
  slice: Blob;
  port: MessagePort;
}

/** WebKit lets the worker of a page that is opened from the disk read no Blob, not even its own: then the page reads for it. */
let allowed: Promise<boolean> | undefined;

/** In the worker. */
export async function read(slice: Blob): Promise<ArrayBuffer> {
  allowed ??= new Blob(["?"]).arrayBuffer().then(
    () => true,
    () => false,
  );
  if (await allowed) return slice.arrayBuffer();
  const { port1, port2 } = new MessageChannel();
  const bytes = new Promise<ArrayBuffer>((resolve, reject) => {
    port1.onmessage = ({ data }: MessageEvent<ArrayBuffer | string>) => {
      port1.close();
      if (typeof data === "string") reject(new DOMException("", data));
      else resolve(data);
    };
  });
  self.postMessage({ slice, port: port2 } satisfies Asked, { transfer: [port2] });
  return bytes;
}

/** In the page. */
export async function lend({ slice, port }: Asked): Promise<void> {
  try {
    const bytes = await slice.arrayBuffer();
    port.postMessage(bytes, [bytes]);
  } catch (error) {
    port.postMessage(error instanceof DOMException ? error.name : "NotReadableError");
  }
}
