/**
 * The numbers by which spot checks are drawn: one for each command, computed with a secret of the store. The secret is
 * kept with the keys of customers, and no command, read or event shows it. Nobody who chooses the key of a command can
 * predict its number, and an auditor with the secret can compute every number again.
 */
import { createHmac, createSecretKey, type KeyObject } from "node:crypto"
import type { KeyStore } from "../port/KeyStore.ts"
import * as KeySubject from "../record/KeySubject.ts"

/** Returns a function from a case and a command to the command's number in [0, 1). `command`: the id in the record. */
export type Draws = () => Promise<(caseId: string, command: string) => number>

const subject = KeySubject.render({ kind: "draws" })

/** More bits than a double holds exactly could be rounded up to 1.  Units: bits. */
const bits = 48

/** Returns the number of a command for a secret. */
export const drawOf = (secret: Uint8Array | KeyObject, tenant: string, caseId: string, command: string): number => {
  const mac = createHmac("sha256", secret)
    .update(JSON.stringify([tenant, caseId, command]))
    .digest()
  return mac.readUIntBE(0, bits / 8) / 2 ** bits
}

/** Makes the draws of a tenant. `secret`: a fixed one, as on virtual time. */
export const makeDraws = (keys: KeyStore, tenant: string, secret: Uint8Array | undefined): Draws => {
  // With plain bytes a key object would be made for each draw.
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

/** Returns the secret of a tenant for an auditor; undefined if nothing was ever decided. */
export const secretOfDraws = (keys: KeyStore, tenant: string): Promise<Uint8Array | undefined> =>
  keys.find(tenant, subject)
