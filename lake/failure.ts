/** A refusal with the status and body that the client gets to see. Never holds anything private. */
export class Failure extends Error {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, message: string, body: Readonly<Record<string, unknown>>) {
    super(message);
    this.name = 'Failure';
    this.status = status;
    this.body = body;
  }
}

/** The shape of the data endpoints: `{error: {type, description, …}}`. */
export function dataFailure(
  status: number,
  type: string,
  description: string,
  extra: Readonly<Record<string, unknown>> = {},
): Failure {
  return new Failure(status, description, { error: { ...extra, type, description } });
}

const NAMES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  421: 'Misdirected Request',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** The shape of every other endpoint: `{statusCode, error, message, errorCode?}`. */
export function plainFailure(status: number, message: string, errorCode?: string): Failure {
  return new Failure(status, message, {
    statusCode: status,
    error: NAMES[status] ?? 'Error',
    message,
    ...(errorCode === undefined ? {} : { errorCode }),
  });
}

/** Trouble at start: one sentence for the operator, printed without a stack. */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartError';
  }
}
