// Writes the list of languages, and the files that combine their texts. With --check it writes nothing and fails if one
// is out of date.
import { generatedFiles } from "./language-registries.ts"
import { writeOrCheck } from "./write-or-check.ts"

writeOrCheck(generatedFiles())
