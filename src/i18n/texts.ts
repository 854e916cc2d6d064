/** A tree of texts in another language: the same keys, other words. */
export type Translation<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Translation<Tree[Key]>;
};

/** A text that has another form for one than for many, and so is asked for with a number. */
interface Counted<Text> {
  counted: Text;
}

/** Dotted paths of all texts. */
type Paths<Tree, Path extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? `${Path}${Key}` : Paths<Tree[Key], `${Path}${Key}.`>;
}[keyof Tree & string];

/** The forms of a text that counts share its path. */
type StemOf<Path> = Path extends `${infer Stem}_${'one' | 'other'}` ? Stem : Path;

/** The text at a path. A name may have a dot in it, so that the whole of what is left is tried first. */
type TextAt<Tree, Path extends string> = Path extends keyof Tree
  ? Tree[Path]
  : `${Path}_other` extends keyof Tree
    ? Counted<Tree[keyof Tree & `${Path}_${'one' | 'other'}`]>
    : Path extends `${infer Head}.${infer Rest}`
      ? Head extends keyof Tree
        ? TextAt<Tree[Head], Rest>
        : never
      : never;

/** What stands in `{{…}}` of a text. */
type Names<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Names<Rest> : never;
type NamesOf<Text> = Text extends Counted<infer Forms> ? Names<Forms> : Names<Text>;
type CountOf<Text> = [Extract<Text, Counted<unknown>>] extends [never] ? string | number : number;

type Values<Text> = {
  readonly [Name in NamesOf<Text>]: Name extends 'count' ? CountOf<Text> : string | number;
};

/** A text's path, its namespace first. */
export type KeyOf<Tree> = StemOf<Paths<Tree>>;

/** Paths of the texts that stand without any value. */
export type PlainKeyOf<Tree> = {
  [Key in KeyOf<Tree>]: [NamesOf<TextAt<Tree, Key>>] extends [never] ? Key : never;
}[KeyOf<Tree>];

/**
 * Gives the text of a key with its values filled in. Of several keys, as a template names them, every value that one of them
 * takes is asked for.
 */
export type Translate<Tree> = <Key extends KeyOf<Tree>>(
  key: Key,
  ...values: [NamesOf<TextAt<Tree, Key>>] extends [never] ? [] : [values: Values<TextAt<Tree, Key>>]
) => string;

/** Values whose names come with the data, so that no type knows them. */
export type DataValues = Readonly<Record<string, string | number>>;

/** Paths of the tables of names: branches of the tree whose leaves are named by data. */
export type BranchOf<Tree, Path extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? never
    : `${Path}${Key}` | BranchOf<Tree[Key], `${Path}${Key}.`>;
}[keyof Tree & string];
