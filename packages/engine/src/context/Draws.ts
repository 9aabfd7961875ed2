/**
 * What spot checks are drawn by: for each command a number that mixes in a secret of the store. The secret is a key of its
 * own, kept where the keys of customers are kept; no command, read or event shows it. So nobody who chooses the key of a
 * command can foresee its number, and an auditor who is given the secret can reckon each of them again.
 */
import { createHmac, createSecretKey, type KeyObject } from "node:crypto"
import type { KeyStore } from "../port/KeyStore.ts"
import * as KeySubject from "../record/KeySubject.ts"

/** Returns how a command on a case is drawn: a number in [0, 1). `command` as it stands on the events of the record. */
export type Draws = () => Promise<(caseId: string, command: string) => number>

const subject = KeySubject.render({ kind: "draws" })

/** Units: bits; more than a double holds exactly would be rounded up to 1 at times. */
const bits = 48

/** Returns the number that a secret gives a command. */
export const drawOf = (secret: Uint8Array | KeyObject, tenant: string, caseId: string, command: string): number => {
  const mac = createHmac("sha256", secret)
    .update(JSON.stringify([tenant, caseId, command]))
    .digest()
  return mac.readUIntBE(0, bits / 8) / 2 ** bits
}

/** Makes the draws of a tenant; `secret` where it is fixed, as on virtual time. */
export const makeDraws = (keys: KeyStore, tenant: string, secret: Uint8Array | undefined): Draws => {
  // Of bytes a key would be made anew for each draw.
  const drawsBy = (bytes: Uint8Array): Awaited<ReturnType<Draws>> => {
    const key = createSecretKey(bytes)
    return (caseId, command) => drawOf(key, tenant, caseId, command)
  }
  let known = secret && drawsBy(secret)
  return async () => {
    known ??= drawsBy(await keys.keyOf(tenant, subject))
    return known
  }
}

/** Returns the secret of a tenant for an auditor; undefined where nothing was ever decided. */
export const secretOfDraws = (keys: KeyStore, tenant: string): Promise<Uint8Array | undefined> =>
  keys.find(tenant, subject)
