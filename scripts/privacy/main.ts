import { join } from 'node:path';
import { createWriter } from '../../site/cms/client.ts';
import { tidyField } from '../../site/comments/field-problem.ts';
import { openOutbox } from '../../site/comments/outbox.ts';
import { openMailTraces } from '../../site/mail/traces.ts';
import { eraseAddress } from '../../site/privacy/erase.ts';
import { openErasures } from '../../site/privacy/erasures.ts';
import { commentIdsOf, storedAbout } from '../../site/privacy/personal-data.ts';
import { isEmailAddress } from '../../site/text/email-address.ts';
import { askStore } from '../ask-store.ts';
import { parseEnvironment } from '../environment.ts';
import { withRunningLake } from '../running-lake.ts';

const USAGE = `Usage: npm run privacy -- export ADDRESS    prints what is kept about an email address, as JSON
       npm run privacy -- erase ADDRESS     erases all of it, for good

Works on DATA_DIR, and on the store of the npm start that runs with it, or the one that the environment
names. The store must run; the site need not.`;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const [what = '', typed = '', ...others] = process.argv.slice(2);
const email = tidyField('email', typed);

/** Something may be erased already. */
let hasBegun = false;

if (!['export', 'erase'].includes(what) || !isEmailAddress(email) || others.length > 0) {
  say(USAGE);
  process.exitCode = 2;
} else {
  try {
    await run(what, email);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    say(`Not done: ${message}`);
    if (hasBegun) {
      say('What was begun is finished by the site, or by the same command once the store answers.');
    }
    process.exitCode = 1;
  }
}

async function run(task: string, address: string): Promise<void> {
  const environment = parseEnvironment(withRunningLake(process.env));
  await askStore(environment);
  const client = createWriter(environment);
  const dir = join(environment.dataDir, 'site');
  const outbox = openOutbox(join(dir, 'outbox.sqlite'));
  const erasures = openErasures(join(dir, 'erasures.sqlite'));
  const mail = openMailTraces(dir);
  try {
    if (task === 'export') {
      const ids = await commentIdsOf(client, address);
      const here = outbox.idsOf(address).flatMap((id) => outbox.find(id)?.comment ?? []);
      const found = { comments: await storedAbout(client, ids), onThisMachine: here };
      process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
      return;
    }
    const traces = {
      idsOf: outbox.idsOf,
      eraseComments(ids: readonly string[]) {
        outbox.erase(ids);
        mail?.eraseComments(ids);
      },
      eraseAddress: (each: string) => mail?.eraseAddress(each),
    };
    hasBegun = true;
    const count = await eraseAddress(address, { client, erasures, traces, now: new Date() });
    say(count === 1 ? 'One comment is erased.' : `${count} comments are erased.`);
  } finally {
    mail?.close();
    erasures.close();
    outbox.close();
  }
}
