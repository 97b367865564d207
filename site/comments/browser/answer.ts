import { COMMENT_FIELDS, type FieldError } from '../../text/comment-fields.ts';

/** What became of a comment that was sent. */
export type Answer =
  | {
      readonly kind: 'taken';
      readonly isPublic: boolean;
      /** The commenter's own page. */
      readonly yours: string;
      /** Its text, as the server drew it. */
      readonly html: string;
      readonly notices: readonly string[];
      readonly emergency: boolean;
      /** ISO 8601: until when it may be changed. */
      readonly editUntil: string;
    }
  | { readonly kind: 'preview'; readonly html: string; readonly emergency: boolean }
  | { readonly kind: 'mend'; readonly errors: readonly FieldError[] };

const SILENT = 'The site gave no proper answer. Your comment is kept here: try again in a minute.';
const UNREACHED =
  'The site could not be reached. Your comment is kept here: look at your connection, then try again.';

/** Sends the form. Never rejects: what goes wrong is told as something to mend. */
export async function send(url: string, form: FormData): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: form,
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(30_000),
    });
    const data: unknown = await response.json().catch(() => undefined);
    return toAnswer(data);
  } catch {
    return notTaken(UNREACHED);
  }
}

/** Reads the server's answer, whatever it is. */
export function toAnswer(data: unknown): Answer {
  const body = isRecord(data) ? data : {};
  const emergency = Boolean(body['emergency']);
  if (typeof body['preview'] === 'string') {
    return { kind: 'preview', html: body['preview'], emergency };
  }
  if (typeof body['yours'] === 'string') {
    return {
      kind: 'taken',
      isPublic: body['status'] === 'public',
      yours: body['yours'],
      html: text(body['html']),
      notices: list(body['notices']).filter((notice) => typeof notice === 'string'),
      emergency,
      editUntil: text(body['editUntil']),
    };
  }
  const errors = list(body['errors']).flatMap(toFieldError);
  return errors.length > 0 ? { kind: 'mend', errors } : notTaken(text(body['error']) || SILENT);
}

function notTaken(message: string): Answer {
  return { kind: 'mend', errors: [{ field: 'form', message }] };
}

function toFieldError(data: unknown): readonly FieldError[] {
  if (!isRecord(data) || typeof data['message'] !== 'string') return [];
  const field = COMMENT_FIELDS.find((each) => each.field === data['field'])?.field ?? 'form';
  return [{ field, message: data['message'] }];
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null;
}

const text = (data: unknown): string => (typeof data === 'string' ? data : '');
const list = (data: unknown): readonly unknown[] => (Array.isArray(data) ? data : []);
