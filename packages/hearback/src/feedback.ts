/** Feedback as hosts write it, into what the core reads. */
import type { Command } from "@hearback/core"
import type { Feedback } from "./api.ts"

const given = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T

/** Returns what the envelope of a message says beside its words. */
export const envelopeOf = ({
  thread,
  automatic
}: Feedback): { readonly thread?: string; readonly automatic?: boolean } => ({
  ...(thread === undefined ? {} : { thread }),
  ...(automatic === undefined ? {} : { automatic })
})

/** Returns the submission; what a customer object says beside its id goes along. */
export const submissionOf = (feedback: Feedback): Command.Submission => {
  const { customer, received: _, thread: __, automatic: ___, ...rest } = feedback
  if (customer === undefined || typeof customer === "string")
    return given({ ...rest, ...(customer === undefined ? {} : { customer }) })
  const { id, name, address, language, consent } = customer
  return given({
    ...rest,
    customer: id,
    customerName: name,
    customerAddress: address,
    customerLanguage: language,
    consent
  }) as Command.Submission
}
