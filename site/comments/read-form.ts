import { Refusal } from './refusal.ts';

/**
 * Whoever writes too much is to meet the limit of characters, with all of it in the form again: 5,000 of
 * them take 135 KB where letters come in pieces, percent-encoded.
 */
export const MAX_BODY_BYTES = 256 * 1024;

const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/**
 * Reads a posted form, whatever its encoding.
 *
 * @throws Refusal 415 for other content, 413 when it is too long, 400 when it cannot be read
 */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get('content-type') ?? '';
  const [media = ''] = type.toLowerCase().split(';');
  if (!FORM_TYPES.includes(media.trim())) {
    throw new Refusal(415, `Comments are sent as a form. Use ${FORM_TYPES.join(' or ')}.`);
  }
  const bytes = await readBytes(request);
  try {
    return await new Response(bytes, { headers: { 'content-type': type } }).formData();
  } catch {
    throw new Refusal(400, 'The form could not be read. Send it again from the article’s page.');
  }
}

async function readBytes({ headers, body }: Request): Promise<Blob> {
  const tooLong = () =>
    new Refusal(
      413,
      `The form is longer than ${MAX_BODY_BYTES} bytes. Go back and shorten the comment.`,
    );
  if (Number(headers.get('content-length') ?? 0) > MAX_BODY_BYTES) throw tooLong();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for await (const chunk of body ?? []) {
      length += chunk.byteLength;
      if (length > MAX_BODY_BYTES) throw tooLong();
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(400, 'The form broke off on its way. Send it again.');
  }
  return new Blob(chunks);
}
