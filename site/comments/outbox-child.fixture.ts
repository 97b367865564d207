import { heldComment } from './held-comment.fixture.ts';
import { openOutbox } from './outbox.ts';
import { aPrint } from './print.fixture.ts';

/** Adds a comment, says so, and waits to be killed: `node outbox-child.fixture.ts <file> <id>`. */
const [, , file = '', id = ''] = process.argv;
await openOutbox(file).post(heldComment({ id }), aPrint(), new Date());
process.stdout.write('added');
setInterval(() => {}, 60_000);
