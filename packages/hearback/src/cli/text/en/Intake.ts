/** What is said of files of feedback: what they cannot be, and what became of them. */

export const intake = {
  workbook: (path: string) => `\`${path}\` is a spreadsheet workbook`,
  workbookHelp: "open it in its program and save it as “CSV UTF-8”",
  packed: (path: string) => `\`${path}\` is compressed`,
  packedHelp: (path: string) => `decompress it first, for example with \`gunzip -k ${path}\``,
  document: (path: string) => `\`${path}\` is one document, not one object per line`,
  documentHelp: (path: string) =>
    `write one object per line, for example with \`jq -c '.[]' ${path} > feedback.ndjson\``,
  otherFile: (path: string) => `\`${path}\` is not a table: it is a PDF, a web page or an XML document`,
  otherFileHelp: "export it as CSV",
  badEncoding: (label: string) => `\`${label}\` is not an encoding`,
  encodingExpected: "utf-8, gb18030, big5, shift_jis, windows-1252, utf-16le or another name of the Encoding Standard",
  noRows: (path: string) => `\`${path}\` has no header line`,
  headBelow: (line: number) => `the header is in line ${line}; the lines above it are ignored`,
  encoding: (label: string) => `read as ${label}`,
  stopped: (rows: number) => `stopped: the first ${rows} rows all fail for the same reason, so the rest would as well`,
  goOn: "`--keep-going` continues anyway",
  backwards: (rows: number) =>
    `${rows} ${rows === 1 ? "row is" : "rows are"} older than an earlier row: with \`--sort\` rows are read in order of time`,
  ignored: (names: readonly string[]) => `columns ignored, because no field has this name: ${names.join(", ")}`,
  ignoredName: (name: string, rows: number, meant: string | undefined) =>
    `${name} (${rows}${meant === undefined ? "" : `; \`${meant}\`?`})`,
  again: "`hearback quarantine reread` with the right `--map` or `--encoding` reads them again",
  /** Two formats read the same texts where no day is above 12. */
  instantAdvice: (formats: readonly string[]) =>
    formats.length === 0
      ? "state how times are written, such as `--map 'received:format=dd/MM/yyyy HH:mm'`"
      : `say ${formats.map((format) => `\`--map 'received:format=${format}'\``).join(" or ")}`,
  advice: {
    "row/not-utf-8": "state the encoding of the file, such as `--encoding windows-1252`",
    "row/not-decoded": "state the encoding of the file, such as `--encoding utf-8`",
    "row/columns": "check the header line and the separator of the cells",
    "row/told-twice": "rename one of the two columns, or map the right one",
    "row/unreadable": "look for a quotation mark that is not closed",
    "row/no-number": "map `score` to a column of numbers",
    "row/too-long": "shorten it, or split it into rows",
    "key/reused": "map `key` to a column that differs in each row",
    "intake/no-words": "name the column that holds the words: `--map verbatim=<column>`",
    "intake/off-scale": "map `score` to a column within the scale of the channel",
    "intake/shape": "look at an entry: `hearback quarantine show`",
    "intake/in-the-future": "check the time zone: `--map received:zone=<zone>`",
    "intake/unknown-channel": "name the channel of the rows: `--map channel:=<name>`",
    "fact/wrong-type": "map the fact to another column"
  },
  reread: (opened: number, left: number) =>
    `${opened} ${opened === 1 ? "case" : "cases"} opened from quarantine, ${left} ${left === 1 ? "entry remains" : "entries remain"}`,
  nothingToRead: "no entry in quarantine came from a file",
  ofHistory: (field: string) => `\`${field}\` is mapped: it is for feedback that was answered elsewhere before`,
  historyHelp: "give `--history`: nothing is then sent, and promises are judged by the data of the rows",
  unaccounted: "the number of rows and the number of results differ: please report this"
}

export type IntakeTexts = typeof intake
