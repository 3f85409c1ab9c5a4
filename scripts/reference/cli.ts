import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile } from './check';

function reportOf(path: string): { line: string; failed: boolean } {
  try {
    const { loss, cases } = checkFile(readFileSync(path, 'utf8'));
    const agreeing = cases.filter((report) => report.agrees).length;
    const worst = cases.reduce((a, b) => (b.worst > a.worst ? b : a), cases[0] as (typeof cases)[number]);
    const where = cases.length
      ? `worst ${worst.relative.toExponential(1)} (${worst.worst.toPrecision(2)} of the tolerance) at ${worst.id}, ${worst.problem ?? worst.where}`
      : 'no case';
    return {
      line: `${loss.padEnd(24)} ${agreeing} of ${cases.length} agree; ${where}`,
      failed: agreeing < cases.length || cases.length === 0,
    };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { line: `${path}: ${problem}`, failed: true };
  }
}

/** Checks every reference file of a folder, says what it found, and returns the exit code. */
export function main(folder: string | undefined): number {
  if (folder === undefined) {
    console.error('which folder? npm run check:reference -- DIR');
    return 2;
  }
  const paths = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
  const reports = paths.map(reportOf);
  for (const { line, failed } of reports) console.log(`${failed ? 'FAILED ' : 'ok     '} ${line}`);
  const failed = reports.filter((report) => report.failed).length;
  console.log(`\n${reports.length - failed} of ${reports.length} files agree`);
  return failed === 0 && reports.length > 0 ? 0 : 1;
}
