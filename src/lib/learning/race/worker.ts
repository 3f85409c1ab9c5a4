/** The entry of the worker that makes one run of the race. */
import { raceInPage, type PageRun, type RaceReport } from './page-run';

const post = (report: RaceReport) => postMessage(report);

addEventListener('message', ({ data }: MessageEvent<PageRun>) => {
  raceInPage(data, (share) => post({ type: 'progress', share })).then(
    (result) => post({ type: 'finished', result }),
    (error: unknown) =>
      post({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});
post({ type: 'hello' });
