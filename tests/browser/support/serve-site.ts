import type { TestProject } from 'vitest/node';
import { serve } from '../../../scripts/static-server.mjs';
import { buildFolder, requireBuild } from './site';

/** Serves the built site while the browser tests run, at the root of one host and below a folder of another. */
export default async function serveSite(project: TestProject) {
  requireBuild();
  const root = await serve({ root: buildFolder });
  const mounted = await serve({ root: buildFolder, mount: '/some/where/' });
  project.provide('site', { root: root.url, mounted: mounted.url });

  return async () => {
    await Promise.all([root.close(), mounted.close()]);
  };
}
