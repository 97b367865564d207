import { Refusal } from './refusal.ts';

/**
 * Whoever writes too much is to meet the limit of characters, with all of it in the form again: 5,000 of
 * them take 135 KB where letters come in pieces, percent-encoded.
 */
export const MAX_BODY_BYTES = 256 * 1024;

const URLENCODED = 'application/x-www-form-urlencoded';
const FORM_TYPES = [URLENCODED, 'multipart/form-data'];

/** What was posted, by the names of its fields. */
export interface Form {
  get: (field: string) => FormDataEntryValue | null;
}

/**
 * Reads a posted form, whatever its encoding.
 *
 * @throws Refusal 415 for other content, 413 when it is too long, 400 when it cannot be read
 */
export async function readForm(request: Request): Promise<Form> {
  const type = request.headers.get('content-type') ?? '';
  const media = type.toLowerCase().split(';')[0]?.trim() ?? '';
  if (!FORM_TYPES.includes(media)) {
    throw new Refusal(415, `Comments are sent as a form. Use ${FORM_TYPES.join(' or ')}.`);
  }
  const bytes = await readBytes(request);
  if (media === URLENCODED) return new URLSearchParams(new TextDecoder().decode(bytes));
  try {
    return await new Response(bytes, { headers: { 'content-type': type } }).formData();
  } catch {
    throw new Refusal(400, 'The form could not be read. Send it again from the article’s page.');
  }
}

async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const tooLong = () =>
    new Refusal(
      413,
      `The form is longer than ${MAX_BODY_BYTES} bytes. Go back and shorten the comment.`,
    );
  const declared = request.headers.get('content-length');
  if (Number(declared ?? 0) > MAX_BODY_BYTES) throw tooLong();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    // No connection brings more than it has declared.
    if (declared !== null) return new Uint8Array(await request.arrayBuffer());
    for await (const chunk of request.body ?? []) {
      length += chunk.byteLength;
      if (length > MAX_BODY_BYTES) throw tooLong();
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(400, 'The form broke off on its way. Send it again.');
  }
  return Buffer.concat(chunks);
}
