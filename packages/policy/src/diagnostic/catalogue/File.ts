/** Codes `file/…`: a file that cannot be read as text. */
import type { FileKind } from "../../outline/Outline.ts"
import type { TranslatedText } from "../../text/shape/TranslatedText.ts"
import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const file = {
  "file/unreadable": entry<{ path: string; why?: TranslatedText }>({ level: "error" }),
  "file/outside": entry<{ path: string }>({ level: "error" }),
  "file/other-kind": entry<{ kind: FileKind; expected: FileKind }>({ level: "error" }),
  "file/empty": entry({ level: "error" }),
  "file/too-large": entry<{ size: number; limit: number }>({ level: "error" }),
  "file/too-many-parts": entry<{ limit: number }>({ level: "error" }),
  "file/too-deep": entry<{ limit: number }>({ level: "error" }),
  "file/encoding": entry<{ looksLike?: string; byte: number }>({ level: "error" }),
  "file/control-character": entry<{ code: number }>({ level: "error" })
}
