/** The entry of the worker that trains: an engine at the other end of its channel. */
import { Engine } from './engine';

const engine = new Engine((report) => postMessage(report));

addEventListener('message', ({ data }) => void engine.handle(data));
postMessage({ type: 'hello' });
