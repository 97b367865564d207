import { readdirSync, readFileSync } from 'node:fs';

/** What Linux tells of a process in `/proc`. */
export interface ProcessState {
  readonly pid: number;
  readonly parent: number;
  /** Memory that is in use now, and the most that ever was, in MiB. */
  readonly rssMiB: number;
  readonly peakMiB: number;
  /** Time that it has taken of a core so far, in seconds; its ended children's included. */
  readonly cpuS: number;
}

const TICKS_PER_SECOND = 100;
const KIB_PER_MIB = 1024;

/** @returns undefined when there is no such process (any more), or not on Linux */
export function processState(pid: number): ProcessState | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const numberOf = (name: string): number =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    // The name, which may hold anything, is in brackets; utime, stime, cutime and cstime are fields 14 to 17.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return {
      pid,
      parent: numberOf('PPid'),
      rssMiB: numberOf('VmRSS') / KIB_PER_MIB,
      peakMiB: numberOf('VmHWM') / KIB_PER_MIB,
      cpuS: ticks / TICKS_PER_SECOND,
    };
  } catch {
    return undefined;
  }
}

/** The processes that a process has started, and those that they have. */
export function descendantsOf(pid: number): readonly ProcessState[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processState(Number(name)) ?? []);
  const childrenOf = (parent: number): readonly ProcessState[] =>
    all
      .filter((each) => each.parent === parent)
      .flatMap((child) => [child, ...childrenOf(child.pid)]);
  return childrenOf(pid);
}
