/**
 * The hash chain of a stream. Each event's hash covers its own words and the hash before it, so altering,
 * dropping, inserting or reordering one shows in all that follow. Personal data enters as the hash of its
 * ciphertext: destroying a key erases the data and leaves the chain whole.
 *
 * `h(n) = sha256(h(n-1) ‖ canonical(envelope))`, where h(n-1) is written as 64 hexadecimal digits, h(0) is 64
 * zeros, and the envelope is tenant, stream, version, type, at, recordedAt, actor, command, policy, clear and,
 * where there is one, sealed: { customer, sha256 }. The position is left out: it is the store's, not the record's.
 */
import { hash } from "node:crypto"
import type { Ref, SealedEvent } from "../port/Event.ts"
import { canonical } from "./Canonical.ts"

/** The hash before the first event. */
export const genesis = "0".repeat(64)

/** Returns the hash of an event that follows on `previous`. Whatever else the event carries is left out. */
export const link = (previous: string, at: Ref & { readonly version: number }, event: SealedEvent): string => {
  const sealed = event.sealed && { customer: event.sealed.customer, sha256: sha256(event.sealed.ciphertext) }
  return sha256(
    previous +
      canonical({
        tenant: at.tenant,
        stream: at.stream,
        version: at.version,
        type: event.type,
        at: event.at,
        recordedAt: event.recordedAt,
        actor: event.actor,
        command: event.command,
        policy: event.policy,
        clear: event.clear,
        ...(sealed && { sealed })
      })
  )
}

export const sha256 = (data: string | Uint8Array): string => hash("sha256", data, "hex")
