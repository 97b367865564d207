/** Bytes that may wait for a client before it counts as stuck. */
const MAX_WAITING = 4_000_000;

export const EVENT_STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
} as const;

/** The sending end of an event stream. */
export interface EventStream {
  readonly body: ReadableStream<Uint8Array>;
  /** Queues text. A client that does not read is cut off once too much waits for it. */
  send(text: string): void;
  close(): void;
}

/** Opens an event stream; `onClose` is called once, whoever ends it. `drop` cuts a stuck client's connection. */
export function openEventStream(onClose: () => void, drop: () => void): EventStream {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const end = (): boolean => {
    if (controller === undefined) return false;
    controller = undefined;
    onClose();
    return true;
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given;
      },
      cancel: () => void end(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MAX_WAITING }),
  );
  return {
    body,
    send(text) {
      const target = controller;
      if (target === undefined) return;
      target.enqueue(encoder.encode(text));
      if ((target.desiredSize ?? 0) < 0 && end()) drop();
    },
    close() {
      const target = controller;
      if (end()) target?.close();
    },
  };
}
