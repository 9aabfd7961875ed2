/** Explains why a store cannot be used and what to do, by the code of the error. */
import { said } from "../text/TranslatedTexts.ts"

/** Returns the sentence in each language. */
export const storeTrouble = (code: string) => said((t) => t.store.trouble(code))
