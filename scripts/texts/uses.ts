import {
  type CallExpression,
  type Identifier,
  type Node,
  type StringLiteral,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { API, type Checker, type Type } from 'typescript/unstable/sync';

/** Keys that a file names. */
export interface Uses {
  path: string;
  /** Every string and every name in it: keys that a table lists, and what a template is made of, stand among them. */
  words: ReadonlySet<string>;
  /** What its calls ask for, as the compiler knows: one key, or all those a template may come to. */
  keys: ReadonlySet<string>;
  /** Tables in which it looks up what the data names. */
  tables: ReadonlySet<string>;
}

const asking = ['t', 'filled'];
const lookingUp = ['named'];

/** The name by which a function is called: `t` of `t(…)` and of `texts.t(…)`. */
const calledBy = ({ expression }: CallExpression): string => {
  const name =
    expression.kind === SyntaxKind.PropertyAccessExpression ? (expression as { name?: Node }).name : expression;
  return name?.kind === SyntaxKind.Identifier ? name.getText() : '';
};

const literalsOf = (type: Type | undefined): string[] => {
  if (type?.isStringLiteralType()) return [type.value];
  return type?.isUnionType() ? type.getTypes().flatMap(literalsOf) : [];
};

/** What the first parameter of a call is here. A variable that may hold any key tells nothing of those it holds. */
const askedFor = (call: CallExpression, checker: Checker): string[] => {
  const signature = checker.getResolvedSignature(call);
  const asked = literalsOf(signature && checker.getParameterType(signature, 0));
  const namespaces = new Set(asked.map((key) => key.split('.')[0]));
  return namespaces.size > 1 ? [] : asked;
};

/** Reads which keys the files of a TypeScript project name. */
export const readUses = (config: string, isOurs: (path: string) => boolean): Uses[] => {
  const api = new API();
  try {
    const [{ program, checker }] = api.updateSnapshot({ openProjects: [config] }).getProjects();
    return program
      .getSourceFileNames()
      .filter(isOurs)
      .map((path) => {
        const uses = { path, words: new Set<string>(), keys: new Set<string>(), tables: new Set<string>() };
        const visit = (node: Node): void => {
          if (node.kind === SyntaxKind.StringLiteral || node.kind === SyntaxKind.Identifier)
            uses.words.add((node as StringLiteral | Identifier).text);
          if (node.kind === SyntaxKind.CallExpression) {
            const call = node as CallExpression;
            const name = calledBy(call);
            const found = asking.includes(name) ? uses.keys : lookingUp.includes(name) ? uses.tables : null;
            if (found) for (const key of askedFor(call, checker)) found.add(key);
          }
          node.forEachChild(visit);
        };
        const file = program.getSourceFile(path);
        if (file) visit(file);
        return uses;
      });
  } finally {
    api.close();
  }
};
