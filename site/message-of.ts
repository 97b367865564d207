/** What a thrown value says of itself. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What kind of thing was thrown. Its message may quote what somebody has sent: that is not for logs. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'fault';
}
