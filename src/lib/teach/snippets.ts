import { books } from './hosts/books';
import { learningPlatforms } from './hosts/learning-platforms';
import { notebooks } from './hosts/notebooks';
import { programs } from './hosts/programs';
import { sites } from './hosts/sites';
import { decks } from './hosts/slides';
import type { Choice, Snippet } from './hosts/snippet';

/** The snippets of every tool for one chosen widget, group by group. */
export const snippets = (choice: Choice): Snippet[] => [
  ...learningPlatforms(choice),
  ...sites(choice),
  ...notebooks(choice),
  ...books(choice),
  ...decks(choice),
  ...programs(choice),
];
