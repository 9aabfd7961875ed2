/**
 * The hash chain of a stream. The hash of an entry (the events that one command added) covers its text and the hash
 * before it. Altering, dropping, inserting or reordering an event therefore changes all later hashes. Personal data is
 * covered by the hash of its ciphertext: destroying a key erases the data and leaves the chain valid.
 *
 * `h(n) = sha256(h(n-1) ‖ canonical(envelope))`, where h(n-1) is written as 64 hexadecimal digits and h(0) is 64 zeros.
 * The envelope has tenant, stream, version (of the first event), recordedAt, actor, command, policy, the events as
 * `Entry` writes them, and sealed: a list of [customer, sha256]. The position is not covered, since it belongs to the
 * store.
 */
// The default import is used, since an old Node has no `hash`: it must get as far as the message that it is too old.
import crypto from "node:crypto"
import { canonical } from "@hearback/core"
import type { Ref, SealedEvent } from "../port/Event.ts"
import { type EntryText, type Shared, textOf } from "./Entry.ts"

/** The hash before the first entry. */
export const genesis = "0".repeat(64)

/** Returns the hash of events that are written together after `previous`; `at` has the version of the first one. */
export const link = (
  previous: string,
  at: Ref & { readonly version: number },
  events: readonly [SealedEvent, ...SealedEvent[]]
): string => linkText(previous, at, events[0], textOf(events))

/** Returns the same hash as `link`, from the text of the events. */
export const linkText = (
  previous: string,
  { tenant, stream, version }: Ref & { readonly version: number },
  { recordedAt, actor, command, policy }: Shared,
  { said, sealed }: EntryText
): string => {
  const parts = sealed.map(({ customer, ciphertext }) => `[${canonical(customer)},"${sha256(ciphertext)}"]`)
  // The canonical envelope, written out: its keys in order, each value as `canonical` writes it.
  return sha256(
    `${previous}{"actor":${canonical(actor)},"command":${canonical(command)},"events":${said},"policy":${canonical(policy)},` +
      `"recordedAt":${canonical(recordedAt)},"sealed":[${parts.join()}],"stream":${canonical(stream)},` +
      `"tenant":${canonical(tenant)},"version":${canonical(version)}}`
  )
}

/** Returns the SHA-256 of data, in hexadecimal digits. */
export const sha256 = (data: string | Uint8Array): string => crypto.hash("sha256", data, "hex")
