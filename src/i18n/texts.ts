/** A tree of texts in another language: the same keys, other words. */
export type Translation<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Translation<Tree[Key]>;
};

/** Each text with its dotted path. */
type Entries<Tree, Path extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? readonly [`${Path}${Key}`, Tree[Key]]
    : Entries<Tree[Key], `${Path}${Key}.`>;
}[keyof Tree & string];

/** A text that has another form for one than for many, and so is asked for with a number. */
interface Counted<Text> {
  counted: Text;
}

type Form = 'one' | 'other';
type StemOf<Path> = Path extends `${infer Stem}_${Form}` ? Stem : Path;
type TextOf<Path, Text> = Path extends `${string}_${Form}` ? Counted<Text> : Text;

/** Texts by their path; the forms of one that counts share theirs. */
type ByKey<Tree> = {
  [Entry in Entries<Tree> as Entry extends readonly [infer Path extends string, unknown]
    ? StemOf<Path>
    : never]: Entry extends readonly [infer Path, infer Text] ? TextOf<Path, Text> : never;
};

/** What stands in `{{…}}` of a text. */
type Names<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Names<Rest> : never;
type NamesOf<Text> = Text extends Counted<infer Forms> ? Names<Forms> : Names<Text>;
type CountOf<Text> = [Extract<Text, Counted<unknown>>] extends [never] ? string | number : number;

type Values<Text> = {
  readonly [Name in NamesOf<Text>]: Name extends 'count' ? CountOf<Text> : string | number;
};

/** A text's path, its namespace first. */
export type KeyOf<Tree> = keyof ByKey<Tree> & string;

/** Paths of the texts that stand without any value. */
export type PlainKeyOf<Tree> = {
  [Key in KeyOf<Tree>]: [NamesOf<ByKey<Tree>[Key]>] extends [never] ? Key : never;
}[KeyOf<Tree>];

/**
 * Gives the text of a key with its values filled in. Of several keys, as a template names them, every value that one of them
 * takes is asked for.
 */
export type Translate<Tree> = <Key extends KeyOf<Tree>>(
  key: Key,
  ...values: [NamesOf<ByKey<Tree>[Key]>] extends [never] ? [] : [values: Values<ByKey<Tree>[Key]>]
) => string;

/** Values whose names come with the data, so that no type knows them. */
export type DataValues = Readonly<Record<string, string | number>>;

/** Paths of the tables of names: branches of the tree whose leaves are named by data. */
export type BranchOf<Tree, Path extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? never
    : `${Path}${Key}` | BranchOf<Tree[Key], `${Path}${Key}.`>;
}[keyof Tree & string];
