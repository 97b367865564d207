import { heldComment } from './held-comment.fixture.ts';
import { openOutbox } from './outbox.ts';

/** Adds a comment, says so, and waits to be killed: `node outbox-child.fixture.ts <file> <id>`. */
const [, , file = '', id = ''] = process.argv;
openOutbox(file).add(heldComment({ id }), new Date());
process.stdout.write('added');
setInterval(() => {}, 60_000);
