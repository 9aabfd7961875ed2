/** The files that `init` writes, in every language. Each passes `check`, `fmt --check` and `test` unchanged. */
import { format } from "@hearback/policy"
import type { Language } from "../../runtime/Language.ts"
import type { Choices, FileContents } from "../text/en/init/Files.ts"
import { initFiles } from "../text/InitFiles.ts"
import { projectFiles } from "./Project.ts"

/** Returns the files that `init` writes, by name. */
export const filesOf = (language: Language, choices: Choices): FileContents => {
  const own = initFiles[language].written(choices)
  const formatted = Object.entries(own).map(([name, text]) => [
    name,
    name.endsWith(".yaml") ? (format({ path: name, text }).text ?? text) : text
  ])
  return { ...Object.fromEntries(formatted), ...(choices.project ? projectFiles : {}) }
}
