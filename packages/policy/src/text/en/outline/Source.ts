/** Sources: what each thing is called, and what each key says. */

export const title = {
  Checked: "how a source was checked",
  Sources: "a map of sources",
  Source: "a source"
}

export const says = {
  Source: {
    title: "The name of the source for people.",
    cite: "The beginning of each `basis` that means this source. Default: the name.",
    "as-of": "The date of the text that was read.",
    checked:
      "Whether the text itself was read (`original`), only texts about it (`secondary`), or neither (`unverified`)."
  }
}
