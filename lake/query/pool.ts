import { Worker } from 'node:worker_threads';
import { dataFailure, plainFailure } from '../failure.ts';
import type { Answer, Job } from './job.ts';

export interface PoolOptions {
  file: string;
  size: number;
  /** Milliseconds a worker may take for one job before it is replaced. */
  deadline: number;
  /** Megabytes of heap a worker may use before it is replaced. */
  memory: number;
}

/** Worker threads that answer queries. A job that takes too long or too much costs its worker only. */
export interface Pool {
  /** The answer as JSON text. Throws Failure: 400 for a wrong query, 408 for a slow or a large one. */
  run(job: Job): Promise<string>;
  close(): Promise<void>;
}

interface Task {
  job: Job;
  /** Refuses the job when no worker was free for it in time. */
  patience: NodeJS.Timeout;
  resolve: (json: string) => void;
  reject: (error: Error) => void;
}

interface Slot {
  worker: Worker;
  /** False while it starts: that time is not the job's. */
  ready: boolean;
  task: Task | undefined;
  timer: NodeJS.Timeout | undefined;
}

/** Jobs waiting past this number are refused: the queue would only add delay. */
const MAX_WAITING = 1000;
/** Milliseconds a job waits for a worker. */
const MAX_WAIT = 20_000;
/** Milliseconds before a worker that could not even start is tried again. */
const RESTART_DELAY = 1000;

export function createPool(options: PoolOptions): Pool {
  const waiting: Task[] = [];
  const slots: Slot[] = [];
  let closed = false;

  // The first free worker is always the same one, so that mostly one of them holds documents.
  const dispatch = (): void => {
    for (const slot of slots) {
      if (slot.task !== undefined || !slot.ready) continue;
      const task = waiting.shift();
      if (task === undefined) return;
      clearTimeout(task.patience);
      slot.task = task;
      slot.timer = setTimeout(() => replace(slot, tooSlow(options.deadline)), options.deadline);
      slot.worker.postMessage(task.job, []);
    }
  };

  const settle = (slot: Slot, settleTask: (task: Task) => void): void => {
    clearTimeout(slot.timer);
    const { task } = slot;
    slot.task = undefined;
    if (task !== undefined) settleTask(task);
  };

  const replace = (slot: Slot, failure: Error): void => {
    const index = slots.indexOf(slot);
    if (index < 0) return;
    settle(slot, (task) => task.reject(failure));
    void slot.worker.terminate();
    if (closed) slots.splice(index, 1);
    else if (slot.ready) slots[index] = start();
    else setTimeout(() => restart(slot), RESTART_DELAY).unref();
    dispatch();
  };

  const restart = (failed: Slot): void => {
    const index = slots.indexOf(failed);
    if (!closed && index >= 0) slots[index] = start();
  };

  const start = (): Slot => {
    const worker = new Worker(new URL('worker.ts', import.meta.url), {
      workerData: { file: options.file },
      resourceLimits: { maxOldGenerationSizeMb: options.memory },
    });
    const slot: Slot = { worker, ready: false, task: undefined, timer: undefined };
    worker.on('message', (reply: Answer | 'ready') => {
      if (reply === 'ready') slot.ready = true;
      else
        settle(slot, (task) => {
          if (reply.ok) task.resolve(reply.json);
          else task.reject(toFailure(task.job, reply));
        });
      dispatch();
    });
    worker.on('error', (error) => {
      const memory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      replace(slot, memory ? tooLarge() : error);
    });
    return slot;
  };

  for (let index = 0; index < options.size; index += 1) slots.push(start());

  return {
    run(job) {
      if (closed) return Promise.reject(plainFailure(503, 'The lake is shutting down.'));
      if (waiting.length >= MAX_WAITING) return Promise.reject(tooBusy());
      return new Promise((resolve, reject) => {
        const patience = setTimeout(() => {
          waiting.splice(waiting.indexOf(task), 1);
          reject(tooBusy());
        }, MAX_WAIT);
        const task: Task = { job, patience, resolve, reject };
        waiting.push(task);
        dispatch();
      });
    },
    async close() {
      closed = true;
      const failure = plainFailure(503, 'The lake is shutting down.');
      for (const task of waiting.splice(0)) {
        clearTimeout(task.patience);
        task.reject(failure);
      }
      for (const slot of slots) settle(slot, (task) => task.reject(failure));
      await Promise.all(slots.splice(0).map((slot) => slot.worker.terminate()));
    },
  };
}

function toFailure(job: Job, reply: Extract<Answer, { ok: false }>): Error {
  if (!reply.query) return new Error(reply.message);
  const { query } = job.question;
  const place = { query, start: reply.start, end: reply.end };
  return dataFailure(400, 'queryParseError', reply.message, place);
}

function tooBusy(): Error {
  return plainFailure(503, 'Too many queries are waiting. Try again.');
}

function tooSlow(deadline: number): Error {
  return dataFailure(
    408,
    'queryTimeoutError',
    `The query took longer than ${deadline / 1000} seconds and was stopped. Narrow it, for example by _type or _id.`,
  );
}

function tooLarge(): Error {
  return dataFailure(
    408,
    'queryMemoryError',
    'The query needed too much memory and was stopped. Narrow it, or page through its result.',
  );
}
