/** Conditions and tables: what each thing is called, and what each key says. */

export const title = {
  Plain: "a value",
  Not: "a value that must not fit: `{ not: … }`",
  Cell: "a cell: a value, a list of values, a test in quotes or `{ not: … }`",
  Inputs: "a map of inputs and cells",
  Condition: "a condition: a map of inputs and cells, or a list of such maps",
  Result: "a name, or an input that has the result",
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
    not: "Every value except this."
  },
  TableChange: {
    also: "Rows that go before the inherited rows.",
    without: "Inherited rows that are removed."
  },
  TableRow: {
    when: "The condition of the row.",
    // biome-ignore lint/suspicious/noThenProperty: `then` is a word of the language; nothing awaits this map
    then: "The result if the row fits."
  },
  LastTableRow: {
    otherwise: "The result if no row fits."
  }
}
