/** The files that `init` writes, in each language. They are read only when asked for. */
import type { Language } from "../../runtime/Language.ts"
import type { InitFiles } from "./en/init/Files.ts"
import { files } from "./generated/Files.ts"

export const initFiles: Readonly<Record<Language, InitFiles>> = files
