/** Sources: what each thing is called, and what each key says. */

export const title = {
  Checked: "how a source was checked",
  Sources: "a map of sources",
  Source: "a source"
}

export const says = {
  Source: {
    title: "Its name for people.",
    cite: "What a `basis` begins with that means it; else its name here.",
    "as-of": "The date of the text that was read.",
    checked: "Whether its text was read, others were read about it, or neither."
  }
}
