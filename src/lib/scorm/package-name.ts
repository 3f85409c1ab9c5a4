import type { Definition } from '../state/define';
import { embedQuery, type Embed } from '../embed/embed-url';
import { readRichText } from '../display/rich-text';
import { rowsOf } from '../tasks/task-parser';
import type { AnswerKind } from './interaction';

/** The most characters of the words in a name. */
const LONGEST = 40;
/** The most characters of a title; SCORM 1.2 allows 200. */
const LONGEST_TITLE = 120;

/** What a package asks. */
export interface Asked {
  words: string;
  answers: AnswerKind;
  /** What may be chosen from, where a choice is asked for. */
  choices: string[];
  /** Whether a solution may have less than all points. */
  costsPoints: boolean;
}

const CHOICE = /^- \[[ x]\] /;

const wordsOf = (text: string) =>
  readRichText(text.trim())
    .map(({ text: part }) => part)
    .join('');

/** What a package asks, in plain words; nothing where it has no task. */
export function questionOf({ task = '' }: Embed): Asked | undefined {
  const rows = rowsOf(task).map(({ text }) => text);
  const question = rows.find((text) => text.startsWith('question:'));
  if (question === undefined) return undefined;
  const isPrediction = rows.some((text) => text.startsWith('answer '));
  const choices = rows.filter((text) => CHOICE.test(text)).map((text) => wordsOf(text.replace(CHOICE, '')));
  return {
    words: wordsOf(question.slice('question:'.length)),
    answers: isPrediction ? 'predict' : choices.length > 0 ? 'choose' : 'reach',
    choices,
    costsPoints: rows.some((text) => text.startsWith('hint-cost:')),
  };
}

/** What a package is called in a course: its title, or its question, or its widget. */
export function titleOf(embed: Embed, definition: Definition): string {
  const title = embed.title ?? questionOf(embed)?.words ?? definition.title;
  return title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
}

/** A few characters that differ where the texts do: FNV-1a (Fowler, Noll and Vo 1991), 32 bits. */
function mark(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Words as a part of a file's name. */
function slug(words: string): string {
  const plain = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
  return plain.slice(0, LONGEST).replace(/^-+|-+$/g, '');
}

/**
 * The name of a package, the same for the same package and another for every other: `pair` for the widget as it is, else
 * with its question or title and a mark, `pair-make-it-cost-nothing-1k3f`.
 */
export function nameOf(embed: Embed): string {
  const query = embedQuery(embed);
  if (query === '') return embed.widget;
  const words = slug(questionOf(embed)?.words ?? embed.title ?? '');
  return [embed.widget, words, mark(query)].filter(Boolean).join('-');
}
