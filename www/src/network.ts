// What the browser says of the requests of this page, or of this worker: neither knows of the other's.

/** What asked for something beyond the page. */
export interface Seen {
  /** Addresses asked for. */
  asked: string[];
  /** What the page's policy refused to ask for. */
  refused: string[];
}

/** Tells what is asked for from now on. What never leaves the browser, as `blob:`, is no request. */
export function watchNetwork(tell: (seen: Seen) => void, signal?: AbortSignal): void {
  const start = performance.now();
  const observer = new PerformanceObserver((list) => {
    const asked = list.getEntries().filter((entry) => entry.startTime >= start && /^https?:/.test(entry.name));
    if (asked.length > 0) tell({ asked: asked.map((entry) => entry.name), refused: [] });
  });
  observer.observe({ type: "resource", buffered: true });
  signal?.addEventListener("abort", () => observer.disconnect());
  const scope: EventTarget = "document" in globalThis ? document : globalThis;
  scope.addEventListener("securitypolicyviolation", (event) => {
    tell({ asked: [], refused: [(event as SecurityPolicyViolationEvent).blockedURI] });
  }, signal === undefined ? {} : { signal });
}
