// What each version of a pack says. Policies lock packs by version and text, so a text belongs to one version for ever.

/** Hashes of texts, by the name of the pack and its version. */
export type PackTexts = Readonly<Record<string, Readonly<Record<string, string>>>>

export interface PackText {
  readonly name: string
  readonly version: number
  readonly sha256: string
}

/** Returns the record with versions that are new, and the packs whose text is another than that of their version. */
export function recorded(
  before: PackTexts,
  packs: ReadonlyArray<PackText>
): { readonly texts: PackTexts; readonly changed: ReadonlyArray<PackText> } {
  const changed = packs.filter(({ name, version, sha256 }) => (before[name]?.[version] ?? sha256) !== sha256)
  const now = packs.map(({ name, version, sha256 }) => [name, { [version]: sha256, ...before[name] }] as const)
  return { texts: { ...before, ...Object.fromEntries(now) }, changed }
}
