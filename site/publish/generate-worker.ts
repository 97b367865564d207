import { parentPort, workerData } from 'node:worker_threads';
import { generatePaths, type WorkerMessage, type WorkerTask } from './generate.ts';

const port = parentPort;
if (port === null) throw new Error('generate-worker.ts runs in a worker thread; see generate.ts.');

const send = (message: WorkerMessage): void => port.postMessage(message);
const task: WorkerTask = workerData;
send({ failed: await generatePaths(task, (done) => send({ done })) });
