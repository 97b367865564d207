/** A mail as a mail program reads it. */
export interface ReceivedMail {
  /** To whom the server was asked to bring it. */
  readonly to: readonly string[];
  /** Decoded, by the name in small letters; of one that stands there twice, all values. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** As it came. */
  readonly source: string;
}

/** Reads what the site sends: two alternatives, plain text and HTML. */
export function readMail(source: string, to: readonly string[]): ReceivedMail {
  const { headers, body } = toPart(source);
  const type = headers['content-type']?.[0] ?? '';
  const boundary = /boundary="([^"]+)"/.exec(type)?.[1] ?? 'none';
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => toPart(part.slice(2)));
  const read = (media: string): string => {
    const part = parts.find(({ headers: own }) => own['content-type']?.[0]?.startsWith(media));
    return part === undefined ? '' : decodeBody(part);
  };
  return {
    to,
    headers,
    subject: headers['subject']?.join() ?? '',
    text: read('text/plain'),
    html: read('text/html'),
    source,
  };
}

/** The address below this label in a plain mail. */
export function linkIn(text: string, label: string): string {
  const lines = text.split('\n');
  return lines[lines.indexOf(`${label}:`) + 1] ?? '';
}

interface Part {
  headers: Record<string, string[]>;
  body: string;
}

function toPart(source: string): Part {
  const end = source.indexOf('\r\n\r\n');
  const headers: Record<string, string[]> = {};
  for (const line of source
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    headers[name] = [...(headers[name] ?? []), decodeWords(line.slice(colon + 1).trim())];
  }
  return { headers, body: source.slice(end + 4) };
}

function decodeWords(value: string): string {
  return value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_word, coding: string, text: string) =>
      coding.toLowerCase() === 'b' ? toUtf8(text, 'base64') : fromQuoted(text.replaceAll('_', ' ')),
    );
}

function decodeBody({ headers, body }: Part): string {
  const coding = headers['content-transfer-encoding']?.[0];
  const text = coding === 'base64' ? toUtf8(body, 'base64') : fromQuoted(body, coding);
  return text.replaceAll('\r\n', '\n').trimEnd();
}

function fromQuoted(text: string, coding = 'quoted-printable'): string {
  if (coding !== 'quoted-printable') return toUtf8(text, 'latin1');
  const bytes = text
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return toUtf8(bytes, 'latin1');
}

function toUtf8(text: string, coding: 'base64' | 'latin1'): string {
  return Buffer.from(text, coding).toString('utf8');
}
