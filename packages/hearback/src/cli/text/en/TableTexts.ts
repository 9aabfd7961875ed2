/** What is said of the tables of a store. */

export const tableTexts = {
  part: { record: "record", keys: "keys" },
  heads: { part: "tables", version: "version", oldest: "for programs from", program: "this program" },
  none: "none yet",
  isCurrent: "nothing is to be migrated",
  isBehind: "`hearback db migrate` brings the tables to the version of this program",
  isWide: "`hearback db migrate --contract` takes away what only older programs used, once none of them runs",
  migrated: "the tables have the version of this program",
  contracted: "the tables have the version of this program, and nothing of an older one",
  heading: (part: string) => `-- ${part}`,
  needsFile: (action: string) => `\`db ${action}\` needs the file of the record`,
  progress: (rows: number) => `${rows} ${rows === 1 ? "row" : "rows"}`,
  exported: (rows: number, files: string) => `${rows} ${rows === 1 ? "row" : "rows"} written into ${files}`,
  withoutKeys: "without its keys nobody can read what is sealed: name a second file for them, and keep it apart",
  imported: (rows: number) =>
    `${rows} ${rows === 1 ? "row" : "rows"} read; \`hearback verify\` shows that the record is whole`
}

export type TableTexts = typeof tableTexts
