/** What is said of files of feedback: what they cannot be, and what became of them. */

export const intake = {
  workbook: (path: string) => `\`${path}\` is a workbook of a spreadsheet program`,
  workbookHelp: "open it there, choose “Save as”, and take “CSV UTF-8”",
  packed: (path: string) => `\`${path}\` is packed`,
  packedHelp: (path: string) => `unpack it first, for example with \`gunzip -k ${path}\``,
  document: (path: string) => `\`${path}\` is one document, not one object a line`,
  documentHelp: (path: string) => `write one object a line, for example with \`jq -c '.[]' ${path} > feedback.ndjson\``,
  otherFile: (path: string) => `\`${path}\` is not a table: it is a PDF, a web page or a document of XML`,
  otherFileHelp: "export it as CSV",
  badEncoding: (label: string) => `\`${label}\` is not an encoding`,
  encodingExpected: "utf-8, gb18030, big5, shift_jis, windows-1252, utf-16le or another name of the Encoding Standard",
  noRows: (path: string) => `\`${path}\` has no line that could be its header`,
  headBelow: (line: number) => `the header is in line ${line}; the lines above it are left out`,
  encoding: (label: string) => `read as ${label}`,
  stopped: (rows: number) => `stopped: the first ${rows} rows all fail for one reason, so the next ones would as well`,
  goOn: "say `--keep-going` to read on",
  backwards: (rows: number) =>
    `${rows} ${rows === 1 ? "row is" : "rows are"} older than one before: with \`--sort\` rows are read in the order of their times`,
  ignored: (names: readonly string[]) => `not read, since no field is called so: ${names.join(", ")}`,
  ignoredName: (name: string, rows: number, meant: string | undefined) =>
    `${name} (${rows}${meant === undefined ? "" : `; \`${meant}\`?`})`,
  again: "`hearback quarantine reread` with the right `--map` or `--encoding` reads them again",
  /** Two formats read the same texts where no day is above 12. */
  instantAdvice: (formats: readonly string[]) =>
    formats.length === 0
      ? "say how instants are written, such as `--map 'received:format=dd/MM/yyyy HH:mm'`"
      : `say ${formats.map((format) => `\`--map 'received:format=${format}'\``).join(" or ")}`,
  advice: {
    "row/not-utf-8": "say how the file is written, such as `--encoding windows-1252`",
    "row/not-decoded": "say how the file is written, such as `--encoding utf-8`",
    "row/columns": "look whether the head is the right line and what stands between the cells",
    "row/told-twice": "give one of the two columns another name, or map the one that is meant",
    "row/unreadable": "look for a quote that is opened and not closed",
    "row/no-number": "map `score` to a column of numbers",
    "row/too-long": "shorten it, or split it into rows",
    "key/reused": "map `key` to a column that differs in each row",
    "intake/no-words": "say which column holds the words: `--map verbatim=<column>`",
    "intake/off-scale": "map `score` to a column within the scale of the channel",
    "intake/shape": "look at an entry: `hearback quarantine show`",
    "intake/in-the-future": "look whether the zone is right: `--map received:zone=<zone>`",
    "intake/unknown-channel": "say through which channel the rows came: `--map channel:=<name>`",
    "fact/wrong-type": "map the fact to another column"
  },
  reread: (opened: number, left: number) =>
    `${opened} ${opened === 1 ? "case" : "cases"} out of quarantine, ${left} ${left === 1 ? "entry stays" : "entries stay"}`,
  nothingToRead: "no entry in quarantine is a row of a file",
  ofHistory: (field: string) => `\`${field}\` is mapped: it tells of feedback that was answered before it came here`,
  historyHelp: "say `--history`: then nothing is sent, and promises are judged by what the rows tell",
  unaccounted: "the rows of the file and what became of them do not add up: please report this"
}

export type IntakeTexts = typeof intake
