/** Told how many pages are written, of how many; 0 of 0 when it came to nothing. */
export type Progress = (done: number, all: number) => void;

/** What is done sooner needs no telling. */
const SOON_MS = 1500;

/** Tells each tenth of a work that takes long, a line each. */
export function tellTenths(
  log: (line: string) => void,
  clock: () => number = () => performance.now(),
): Progress {
  let began = 0;
  let before = 0;
  let told = 0;
  return (done, all) => {
    if (before === 0 || done < before) [began, told] = [clock(), 0];
    const tenth = Math.floor((done / all) * 10);
    if (tenth > told && clock() - began > SOON_MS) log(`Writing the pages: ${tenth * 10} %`);
    told = Math.max(told, tenth);
    before = done === all ? 0 : done;
  };
}
