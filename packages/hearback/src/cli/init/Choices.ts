/** What the files that `init` writes vary by. */
export interface Choices {
  /** Id of the policy. */
  readonly name: string
  /** IANA. */
  readonly zone: string
  /** Where an editor finds the JSON Schemas, seen from the folder written to. */
  readonly schemas: string
  /** Not only the policy and what belongs to it: a program that runs, and its package.json. */
  readonly project: boolean
}

/** Contents by file name. */
export type FileContents = Readonly<Record<string, string>>

type Kind = "policy" | "people" | "scenario"

/** The first line, by which editors complete and check while one types. */
export const schemaLine = (schemas: string, kind: Kind | `${Kind}.zh`): string =>
  `# yaml-language-server: $schema=${schemas}/${kind}.schema.json`
