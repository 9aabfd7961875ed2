/** The first line, by which editors complete and check while one types. */
export const schemaLine = (schemas: string, kind: "policy" | "people" | "scenario"): string =>
  `# yaml-language-server: $schema=${schemas}/${kind}.schema.json`
