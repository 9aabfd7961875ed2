/** Conditions and tables: what each thing is called, and what each key says. */

export const title = {
  Plain: "a value",
  Not: "a cell of what it is not",
  Cell: "a cell: a value, a list of values, a test in quotes or `{ not: … }`",
  Inputs: "a map of inputs and cells",
  Condition: "a condition: a map of inputs and cells, or a list of such maps",
  Result: "a name, or an input to read it off",
  VaryingLength: "a length of time, or one for each level",
  WordOrTable: "a name or a table",
  LastTableRow: "the last row of a table",
  VaryingLengthByLevel: "a length of time for each level",
  TableRow: "a row of a table",
  TableChange: "a change of an inherited table",
  Table: "a table of `when … then`"
}

export const says = {
  Not: {
    not: "Anything but this."
  },
  TableChange: {
    also: "Puts these rows before the inherited ones.",
    without: "Takes these rows out."
  },
  TableRow: {
    when: "When the row fits.",
    // biome-ignore lint/suspicious/noThenProperty: `then` is a word of the language; nothing awaits this map
    then: "What holds then."
  },
  LastTableRow: {
    otherwise: "What holds when no row fits."
  }
}
