// Writes the digits that the training widgets load: static/digits/SIDE/DIGIT.bin. Part of `npm run build`.
import { runTypeScript } from './run-typescript.mjs';

/** @type {typeof import('./digits/files.ts')} */
const { writeDigits } = await runTypeScript('digits/files.ts');
writeDigits('static/digits');
