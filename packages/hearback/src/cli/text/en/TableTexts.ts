/** What is said of the tables of a store. */

export const tableTexts = {
  part: { record: "record", keys: "keys" },
  heads: { part: "tables", version: "version", oldest: "for programs from", program: "this program" },
  none: "none yet",
  isCurrent: "nothing to migrate",
  isBehind: "`hearback db migrate` brings the tables to the version of this program",
  isWide: "`hearback db migrate --contract` removes what only older programs used; run it once none of them is running",
  migrated: "the tables have the version of this program",
  contracted: "the tables have the version of this program; parts of older versions were removed",
  heading: (part: string) => `-- ${part}`,
  needsFile: (action: string) => `\`db ${action}\` needs the file of the record`,
  progress: (rows: number) => `${rows} ${rows === 1 ? "row" : "rows"}`,
  exported: (rows: number, files: string) => `${rows} ${rows === 1 ? "row" : "rows"} written to ${files}`,
  withoutKeys: "without the keys nobody can read sealed data: name a second file for them, and keep it separately",
  imported: (rows: number) =>
    `${rows} ${rows === 1 ? "row" : "rows"} read; \`hearback verify\` checks that the record is intact`
}

export type TableTexts = typeof tableTexts
