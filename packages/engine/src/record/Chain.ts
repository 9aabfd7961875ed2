/**
 * The hash chain of a stream. The hash of an entry (the events that one command added) covers its words and the hash
 * before it, so altering, dropping, inserting or reordering an event shows in all that follow. Personal data enters as the
 * hash of its ciphertext: destroying a key erases the data and leaves the chain whole.
 *
 * `h(n) = sha256(h(n-1) ‖ canonical(envelope))`, where h(n-1) is written as 64 hexadecimal digits, h(0) is 64
 * zeros, and the envelope is tenant, stream, version (of the first event), recordedAt, actor, command, policy, events as
 * `Entry` writes them, and sealed: a list of [customer, sha256]. The position is left out: it is the store's, not the record's.
 */
// The default import, since an old Node has no `hash`: it has to get as far as the sentence that it is too old.
import crypto from "node:crypto"
import { canonical } from "@hearback/core"
import type { Ref, SealedEvent } from "../port/Event.ts"
import { type EntryText, type Shared, textOf } from "./Entry.ts"

/** The hash before the first entry. */
export const genesis = "0".repeat(64)

/** Returns the hash of events that are written together, the first of them `at` a version, and follow on `previous`. */
export const link = (
  previous: string,
  at: Ref & { readonly version: number },
  events: readonly [SealedEvent, ...SealedEvent[]]
): string => linkText(previous, at, events[0], textOf(events))

/** The same, for whoever has the text at hand. */
export const linkText = (
  previous: string,
  { tenant, stream, version }: Ref & { readonly version: number },
  { recordedAt, actor, command, policy }: Shared,
  { said, sealed }: EntryText
): string => {
  const parts = sealed.map(({ customer, ciphertext }) => `[${canonical(customer)},"${sha256(ciphertext)}"]`)
  // The canonical envelope, spelled out: its keys in order, each value as `canonical` writes it.
  return sha256(
    `${previous}{"actor":${canonical(actor)},"command":${canonical(command)},"events":${said},"policy":${canonical(policy)},` +
      `"recordedAt":${canonical(recordedAt)},"sealed":[${parts.join()}],"stream":${canonical(stream)},` +
      `"tenant":${canonical(tenant)},"version":${canonical(version)}}`
  )
}

export const sha256 = (data: string | Uint8Array): string => crypto.hash("sha256", data, "hex")
