/** Puts what an audit found into sentences. */
import type { Bundle } from "@hearback/core"
import { type AuditFault, faultSentence } from "@hearback/engine"
import { texts } from "../text/catalogue/Texts.ts"

/** Returns a sentence about a fault of the record, with its place. */
export const auditSentence = (fault: AuditFault, language: Bundle.Language): string => {
  const { stream, checkpoint, anchor, row, ofRow } = texts[language].audit
  switch (fault.kind) {
    case "stream":
      return stream[fault.reason](`\`${fault.stream}\``, fault.version)
    case "event":
      return faultSentence(fault.fault, language)
    case "checkpoint":
      return checkpoint[fault.reason]
    case "anchor":
      return anchor(fault.position)
    case "row":
      return ofRow[fault.reason](row[fault.row](`\`${fault.key}\``), fault.fields)
  }
}
