import { parentPort, workerData } from 'node:worker_threads';
import { isObject } from '../json.ts';
import { Corpus } from './corpus.ts';
import { answer, createPlanner, isMatch } from './evaluate.ts';
import type { Answer, Filter, Job } from './job.ts';
import { planFilter, planQuery } from './plan.ts';
import { QueryError } from './query-error.ts';
import { createView } from './view.ts';

const PLANS = 500;

const file: unknown = isObject(workerData) ? workerData['file'] : undefined;
if (typeof file !== 'string' || parentPort === null) throw new Error('Not started as a worker.');
const corpus = new Corpus(file);
const planOf = createPlanner(planQuery, PLANS);
const filterOf = createPlanner(planFilter, PLANS);
const port = parentPort;

function work(job: Job): unknown {
  const { question } = job;
  if (job.kind === 'filter') {
    const { constraint, exact } = filterOf(question.query, question.params);
    return { constraint, exact } satisfies Filter;
  }
  if (job.kind === 'match') {
    const filter = filterOf(question.query, question.params);
    return job.docs.map((doc) => doc !== null && isMatch(question, filter, doc));
  }
  const plan = planOf(question.query, question.params);
  return corpus.read(() =>
    answer(question, plan, createView(corpus, job.perspective, job.publicOnly)),
  );
}

port.on('message', (job: Job) => {
  let reply: Answer;
  try {
    reply = { ok: true, json: JSON.stringify(work(job) ?? null) };
  } catch (error) {
    const message = error instanceof Error ? error.message : 'unknown reason';
    const at = error instanceof QueryError ? error : { start: 0, end: 0 };
    reply = {
      ok: false,
      query: error instanceof QueryError,
      message,
      start: at.start,
      end: at.end,
    };
  }
  port.postMessage(reply);
});

port.postMessage('ready');
