/** Feedback as hosts write it, into what the core reads. */
import type { Command } from "@hearback/core"
import type { Feedback } from "./api.ts"

const given = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T

/** Returns the submission; what a customer object says beside its id goes along. */
export const submissionOf = (feedback: Feedback): Command.Submission => {
  const { customer, received: _, ...rest } = feedback
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
