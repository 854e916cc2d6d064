/** What a pack can't be made of: the ground or the hamlets given leave no place for what should stand on them. */
export class BuildError extends Error {}
