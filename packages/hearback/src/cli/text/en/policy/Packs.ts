/** What is said of a pack: on the command line, and on its page. */

export const packs = {
  heads: { name: "pack", version: "version", title: "title", texts: "texts", promises: "promises", rests: "based on" },
  notLaw: "Not legal advice.",
  version: (n: number) => `version ${n}`,
  extends: "extends",
  leftOpen: "to be set by the policy that extends this pack",
  /** What people call it, and its name in a policy. */
  named: (title: string, name: string) => (title === name ? name : `${title} (${name})`),
  promises: "promises",
  promise: {
    title: "promise (name in the policy)",
    within: "within",
    from: "from",
    put: "extension",
    pauses: "pauses",
    basis: "clause"
  },
  mayPause: "yes",
  never: "never",
  putOff: (times: number, each: string, by: string) => `${times} × ${each}, by ${by}`,
  gates: "gates",
  gate: { title: "gate (name in the policy)", loop: "loop", side: "side", kind: "evidence", basis: "clause" },
  limits: "limits",
  limit: { role: "role (name in the policy)", compensate: "compensation" },
  unlimited: "without limit",
  most: (amount: string, per: string) => `${amount} ${per}`,
  sources: "sources",
  source: { title: "text", asOf: "as of", checked: "checked", rules: "rules" },
  checked: { original: "original text", secondary: "secondary source", unverified: "not verified" },
  notDated: "not known",
  language: { en: "English", "zh-CN": "Chinese" },
  pause: ", ",
  locked: (n: number, file: string) => `${n} ${n === 1 ? "pack" : "packs"} locked in ${file}`
}

export type PackTexts = typeof packs
