import type { Session } from '../../state/session.svelte';
import type { definition } from './definition';
import type { GraphSearchModel } from './model';

export type GraphSearchSession = Session<typeof definition.parameters, GraphSearchModel>;
