/** What a host needs to ask and to grade, loaded only where a task is asked. */
export { default as TaskFrame } from '../tasks/TaskFrame.svelte';
export { Attempt } from '../tasks/attempt.svelte';
export { readTask } from '../tasks/read-task';
