import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { TestProject } from 'vitest/node';
import { pathOf } from '../../../scripts/engines/programs.mjs';
import { requireBuild } from '../../browser/support/site';

/** Variables of the environment that browsers with a window need. */
export type Desktop = Record<'DISPLAY' | 'DBUS_SESSION_BUS_ADDRESS' | 'XDG_RUNTIME_DIR', string>;

declare module 'vitest' {
  interface ProvidedContext {
    desktop: Desktop;
  }
}

/** The first line that a program writes to a stream. */
function firstLine(program: ChildProcess, stream: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    stream.once('data', (chunk: Buffer) => resolve(String(chunk).trim()));
    program.once('error', reject);
    program.once('exit', (code) => reject(new Error(`${program.spawnfile} ended with ${code}`)));
  });
}

/** Gives the browsers a screen that nobody sees, and a bus on which they tell screen readers what they show. */
export default async function startDesktop(project: TestProject) {
  requireBuild();
  const folder = mkdtempSync(join(tmpdir(), 'contrastive-loss-by-hand-'));

  const screen = ['-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-displayfd', '3'];
  const display = spawn(pathOf('display'), screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await firstLine(display, display.stdio[3] as Readable);
  const environment = { DISPLAY: `:${number}`, XDG_RUNTIME_DIR: folder };

  const bus = spawn(pathOf('bus'), ['--session', '--nofork', '--print-address'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await firstLine(bus, bus.stdout as Readable);
  project.provide('desktop', { ...environment, DBUS_SESSION_BUS_ADDRESS: address });

  return () => {
    bus.kill();
    display.kill();
    rmSync(folder, { recursive: true, force: true });
  };
}
