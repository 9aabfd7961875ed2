/** Policy as code: YAML to diagnostics or a checked bundle. */
export { type Compiled, compileWith, type Sources } from "./compile.ts"
export type { Code } from "./diagnostic/Catalogue.ts"
export type { Diagnostic, Fix, Related } from "./diagnostic/Diagnostic.ts"
export { type PlainDiagnostic, toPlain } from "./diagnostic/Plain.ts"
export { type PrettyOptions, renderCompact, renderPretty } from "./diagnostic/Pretty.ts"
export { compile, compileFile, type Input, packs } from "./node.ts"
export type { Customer, Delegation, People, Person, Spell } from "./people/People.ts"
export { type PeopleRead, readPeople } from "./people/Read.ts"
