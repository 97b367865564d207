export interface BenchOptions {
  /** How many synthetic articles the store holds. */
  readonly articles: number;
  /** Told what is being measured. */
  readonly progress: (line: string) => void;
}

/** One benchmark: its figures, with `runs` and its input size among them. */
export type Bench = (options: BenchOptions) => Promise<Readonly<Record<string, unknown>>>;
