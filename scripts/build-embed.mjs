// Builds the scripts of the other hosts into static/embed, each one file. A part of `npm run build`.
import { build } from 'vite';

for (const mode of ['element', 'anywidget', 'embed', 'scorm', 'xapi', 'h5p']) {
  await build({ configFile: 'vite.embed.config.ts', mode, logLevel: 'warn' });
}
