/** A file that is packaged beside the compiled program; the path it lies at. */
declare module '*?asset' {
  const path: string;
  export default path;
}

/** A script that is compiled for a worker thread of its own. */
declare module '*?nodeWorker' {
  import type { Worker, WorkerOptions } from 'node:worker_threads';
  export default function start(options?: WorkerOptions): Worker;
}
