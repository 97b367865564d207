/** How long before the comment was sent its form was made, as the form's signed ticket tells. */
export type FormAge =
  /** There was no ticket: no script ran, or a program sent it. */
  | 'none'
  /** There was one that is not ours. */
  | 'forged'
  /** It did not come by the form, such as a change on the commenter's own page. */
  | 'not-needed'
  | { readonly ageMs: number };

/** What became of earlier comments that gave the same email address. */
export interface SenderHistory {
  /** The owner of the address confirmed it by mail, in the browser that sends. */
  readonly verified: boolean;
  /** It is confirmed, but not in this browser: others know the address, too. */
  readonly elsewhere?: true;
  /** How many of them are public. */
  readonly approved: number;
  /** How many were put away as spam. */
  readonly spam: number;
}

/** What is known about a comment beside its text. */
export interface Facts {
  readonly form: FormAge;
  /** Whether its browser did the work that is asked for. */
  readonly proof: 'not-needed' | 'given' | 'missing';
  /** The same text came before, to another page or from somebody else. */
  readonly duplicate: boolean;
  /** Undefined when it is not known: then nobody is trusted. */
  readonly sender: SenderHistory | undefined;
}
