// The page's end of the worker: questions, a watch over its silence, and a new worker when it fails.

import { give, type Wanted } from "./bytes";
import type { About, Answer, Args, Operations, Preparation, Tell } from "./engine";
import { language, type Language } from "./language";
import type { Seen } from "./network";
import { unpressed } from "./pause";

/** The worker failed, was silent too long, or was stopped. */
export class EngineFailure extends Error {
  constructor(readonly cause: "panne" | "silence" | "annulation") {
    super(cause);
  }
}

interface Waiting {
  hear: Tell | undefined;
  resolve(value: unknown): void;
  reject(failure: EngineFailure): void;
}

interface Watch {
  /** True when an answer is long in coming, false when nothing is awaited any more. */
  slow(is: boolean): void;
  /** The worker asked for something. */
  network(seen: Seen): void;
}

/** Beyond this, the user is shown that work is under way, and can stop it. */
const SLOW_AFTER = 400;
/** Beyond this without any news, the worker is taken for lost. The largest file read takes a few seconds. */
const LOST_AFTER = 90_000;
/** Asked to stop, it does so between two slices. */
const STOPS_WITHIN = 1000;

export class EngineClient {
  #worker: Worker | null = null;
  #waiting = new Map<number, Waiting>();
  #last = 0;
  #slow: number | undefined;
  #lost: number | undefined;
  #about: Promise<About> | null = null;
  #ended = false;

  constructor(
    private readonly script: string,
    private readonly module: Promise<WebAssembly.Module>,
    private readonly watch: Watch,
  ) {}

  /** Starts the worker if there is none; what the engine is. */
  about(): Promise<About> {
    // The worker comes up while the module is compiled.
    if (!this.#ended) this.#worker ??= this.#start();
    this.#about ??= this.module.then((module) => this.#ask("start", [module, language()]));
    return this.#about;
  }

  /** The language of what is asked from now on; what can be made of the files, in that language. */
  async speak(language: Language): Promise<Preparation | null> {
    // A worker is told when it starts.
    if (this.#about === null) return null;
    const said = this.module.then(() => this.#ask("speak", [language]));
    this.#about = said.then(({ about }) => about);
    return (await said).preparation;
  }

  /** `hear` is told how a long work goes. */
  async ask<Name extends keyof Operations>(name: Name, args: Args<Name>, hear?: Tell): Promise<Awaited<ReturnType<Operations[Name]>>> {
    // Asked in order, without waiting for the start to be answered.
    const [, value] = await Promise.all([this.about(), this.module.then(() => this.#ask(name, args, hear))]);
    return value;
  }

  /** Has the work that tells news stop where it is; it is answered by what is known. */
  halt(): void {
    const worker = this.#worker;
    const asked = [...this.#waiting.keys()];
    worker?.postMessage("stop");
    window.setTimeout(() => {
      if (worker === this.#worker && asked.some((id) => this.#waiting.has(id))) this.stop();
    }, STOPS_WITHIN);
  }

  /** Stops whatever is under way, at once; the next question gets a new worker. */
  stop(cause: EngineFailure["cause"] = "annulation"): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#about = null;
    const abandoned = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#rest();
    for (const waiting of abandoned) waiting.reject(new EngineFailure(cause));
  }

  /** For good: what was asked is never answered, so that nothing goes on from there. */
  end(): void {
    this.#ended = true;
    this.#waiting.clear();
    this.stop();
  }

  #ask<Name extends keyof Operations>(name: Name, args: Args<Name>, hear?: Tell): Promise<Awaited<ReturnType<Operations[Name]>>> {
    if (this.#ended) return new Promise(() => undefined);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { hear, resolve: resolve as (value: unknown) => void, reject });
      this.#watchOver();
      worker.postMessage({ id, name, args });
    });
  }

  #start(): Worker {
    const url = URL.createObjectURL(new Blob([this.script], { type: "text/javascript" }));
    const worker = new Worker(url);
    worker.addEventListener("message", async (event: MessageEvent<unknown>) => {
      await unpressed();
      if (worker === this.#worker) this.#hear(event.data);
    });
    for (const sign of ["error", "messageerror"]) {
      worker.addEventListener(sign, (event) => {
        event.preventDefault();
        if (worker === this.#worker) this.stop("panne");
      });
    }
    return worker;
  }

  #hear(data: unknown): void {
    if (typeof data !== "object" || data === null) return;
    if ("seen" in data) this.watch.network(data.seen as Seen);
    if ("slice" in data && this.#worker !== null) void give(this.#worker, data as Wanted);
    if (!("id" in data)) return;
    const answer = data as Answer;
    const waiting = this.#waiting.get(answer.id);
    if (waiting === undefined) return;
    // After a panic the engine's memory is in no known state: it is never asked again.
    if ("failure" in answer) return this.stop("panne");
    if ("news" in answer) {
      this.#watchOver();
      waiting.hear?.(answer.news);
      return;
    }
    this.#waiting.delete(answer.id);
    if (this.#waiting.size > 0) this.#watchOver();
    else this.#rest();
    waiting.resolve(answer.value);
  }

  #watchOver(): void {
    this.#slow ??= window.setTimeout(() => this.watch.slow(true), SLOW_AFTER);
    window.clearTimeout(this.#lost);
    this.#lost = window.setTimeout(() => this.stop("silence"), LOST_AFTER);
  }

  #rest(): void {
    window.clearTimeout(this.#slow);
    window.clearTimeout(this.#lost);
    this.#slow = undefined;
    this.watch.slow(false);
  }
}
