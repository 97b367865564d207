import { parentPort, workerData } from 'node:worker_threads';
import { generatePaths, type WorkerMessage, type WorkerTask } from './generate.ts';

const port = parentPort;
if (port === null) throw new Error('generate-worker.ts runs in a worker thread; see generate.ts.');

const send = (message: WorkerMessage): void => port.postMessage(message);
const { json, ...task }: WorkerTask = workerData;
const documents = JSON.parse(Buffer.from(json).toString());
send({ failed: await generatePaths({ ...task, documents }, (done) => send({ done })) });
