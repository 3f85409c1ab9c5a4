/** What a host needs to ask and to grade, loaded only where a task is asked. */
export { default as TaskFrame } from '../primitives/TaskFrame.svelte';
export { Attempt } from '../state/attempt.svelte';
export { readTask } from '../state/read-task';
