// The content of each version of a pack. Policies lock packs by version and text, so the text of a version never
// changes.

/** Hashes of texts, by the name of the pack and its version. */
export type PackTexts = Readonly<Record<string, Readonly<Record<string, string>>>>

/** A pack with its version and its text. */
export interface PackText {
  readonly name: string
  readonly version: number
  readonly sha256: string
}

/** Returns the record with new versions, and the packs whose text differs from the recorded text of their version. */
export function recorded(
  before: PackTexts,
  packs: ReadonlyArray<PackText>
): { readonly texts: PackTexts; readonly changed: ReadonlyArray<PackText> } {
  const changed = packs.filter(({ name, version, sha256 }) => (before[name]?.[version] ?? sha256) !== sha256)
  const now = packs.map(({ name, version, sha256 }) => [name, { [version]: sha256, ...before[name] }] as const)
  return { texts: { ...before, ...Object.fromEntries(now) }, changed }
}
