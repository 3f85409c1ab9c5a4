import ts from 'typescript';

/** A tag of a doc comment, such as `@throws`. */
export interface ApiTag {
  name: string;
  /** What a `@param` is about. */
  subject?: string;
  text: string;
}

/** One thing that the library exports, as its source describes it. */
export interface ApiEntry {
  name: string;
  kind: 'function' | 'type' | 'value';
  /** The module that declares it, without folder and extension. */
  file: string;
  /** Its declaration without the body. */
  signature: string;
  doc: string;
  tags: ApiTag[];
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  types: [],
};

/** The source of a declaration up to the body or the value that follows it. */
function signatureOf(declaration: ts.Declaration): string {
  const source = declaration.getSourceFile();
  const text = (end: number) => source.text.slice(declaration.getStart(source), end).trim();
  if (ts.isFunctionDeclaration(declaration)) return text(declaration.body?.getStart() ?? declaration.end);
  if (ts.isVariableDeclaration(declaration)) {
    const isPlain = declaration.type === undefined || declaration.initializer === undefined;
    return `const ${isPlain ? declaration.name.getText() : text(declaration.initializer.getFullStart()).replace(/\s*=$/, '')}`;
  }
  return text(declaration.end);
}

function kindOf(declaration: ts.Declaration): ApiEntry['kind'] {
  if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration)) return 'type';
  const isArrow =
    ts.isVariableDeclaration(declaration) &&
    declaration.initializer !== undefined &&
    ts.isArrowFunction(declaration.initializer);
  return isArrow || ts.isFunctionDeclaration(declaration) ? 'function' : 'value';
}

/** The plain text of a comment; a link is the name that it leads to. */
const plain = (parts: ts.SymbolDisplayPart[] | undefined): string =>
  (parts ?? [])
    .filter(({ kind }) => kind !== 'link')
    .map(({ text }) => text)
    .join('')
    .trim();

function tagOf({ name, text }: ts.JSDocTagInfo): ApiTag {
  const [subject, ...rest] = name === 'param' ? (text ?? []) : [];
  if (subject?.kind === 'parameterName') return { name, subject: subject.text, text: plain(rest) };
  // A source is written as a sentence, of which the first word is taken for a name.
  return { name, text: plain(text).replace(/^(\S+) ,/, '$1,') };
}

/**
 * Everything that a module exports, in the order of its own exports, with signatures and comments out of the sources.
 * @param entry path of the module
 */
export function readApi(entry: string): ApiEntry[] {
  const program = ts.createProgram([entry], OPTIONS);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${entry} exports nothing`);
  return checker.getExportsOfModule(module).flatMap((exported) => {
    const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
    const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
    const [declaration] = symbol.declarations ?? [];
    if (declaration === undefined) throw new Error(`${exported.name} has no declaration`);
    const tags = symbol.getJsDocTags(checker).map(tagOf);
    // Shared by the losses, of no use to a caller.
    if (tags.some(({ name }) => name === 'internal')) return [];
    const entry: ApiEntry = {
      name: exported.name,
      kind: kindOf(declaration),
      file: declaration.getSourceFile().fileName.replace(/^.*\/|\.ts$/g, ''),
      signature: signatureOf(declaration),
      doc: plain(symbol.getDocumentationComment(checker)),
      tags,
    };
    return [entry];
  });
}
