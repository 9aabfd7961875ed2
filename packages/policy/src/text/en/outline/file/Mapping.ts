/** A mapping file: what each thing is called, and what each key says. */

export const title = {
  MappingField: "a field of feedback, or `facts.<name>`",
  MappingColumn: "a column, a constant or a format",
  MappingFile: "a mapping file"
}

export const says = {
  MappingFile: {
    hearback: "The version of the language."
  }
}
