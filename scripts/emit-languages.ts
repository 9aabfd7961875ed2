// Writes which languages there are, and the files that put their texts together: with --check it writes nothing and fails
// when one is out of date.
import { generatedFiles } from "./language-registries.ts"
import { writeOrCheck } from "./write-or-check.ts"

writeOrCheck(generatedFiles())
