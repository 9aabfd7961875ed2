/**
 * Sealing of personal data: AES-256-GCM under the customer's own key, bound to tenant and customer, so that a
 * ciphertext moved to somebody else does not open.
 *
 * Layout: 1 byte version (1), 8 bytes mark of the key, 12 bytes nonce, 16 bytes tag, then the ciphertext.
 * The mark (the first 8 bytes of the key's SHA-256) tells "the key is gone" from "the bytes are damaged".
 */
import crypto, { createCipheriv, createDecipheriv, createSecretKey } from "node:crypto"
import { isName } from "@hearback/core"
import type { Json, Sealed } from "../port/Event.ts"
import type { KeyStore } from "../port/KeyStore.ts"
import { randomBytesOf } from "./RandomBytes.ts"

export type Unsealed =
  | { readonly ok: true; readonly value: Json }
  /** `erased`: the key was destroyed. `damaged`: these are not the bytes that were sealed. */
  | { readonly ok: false; readonly reason: "erased" | "damaged" }

/** Seals values for one customer, whose key is at hand: at once, so that nothing comes in between. */
export type Sealer = (value: Json) => Sealed

/** Returns the sealer of a customer, making the customer's key when there is none. */
export const sealer = async (keys: KeyStore, tenant: string, customer: string): Promise<Sealer> =>
  sealerWith(await keys.keyOf(tenant, customer), tenant, customer)

/** Returns the sealer of a customer whose key is at hand. */
export const sealerWith = (bytes: Uint8Array, tenant: string, customer: string): Sealer => {
  // A store would keep another name, under which nothing opens again.
  if (!isName(tenant) || !isName(customer)) throw new TypeError("what is sealed is sealed for somebody with a name")
  const [secret, marked, bound] = [createSecretKey(bytes), mark(bytes), owner(tenant, customer)]
  return (value) => {
    const nonce = randomBytesOf(nonceSize)
    const cipher = createCipheriv(algorithm, secret, nonce).setAAD(bound)
    const body = cipher.update(JSON.stringify(value), "utf8")
    const end = cipher.final()
    const ciphertext = new Uint8Array(head + body.length + end.length)
    ciphertext[0] = version
    ciphertext.set(marked, 1)
    ciphertext.set(nonce, 1 + markSize)
    ciphertext.set(cipher.getAuthTag(), 1 + markSize + nonceSize)
    ciphertext.set(body, head)
    ciphertext.set(end, head + body.length)
    return { customer, ciphertext }
  }
}

/** Seals a value for a customer, making the customer's key when there is none. */
export const seal = async (keys: KeyStore, tenant: string, customer: string, value: Json): Promise<Sealed> =>
  (await sealer(keys, tenant, customer))(value)

/** Opens what `seal` made. */
export const unseal = async (keys: KeyStore, tenant: string, sealed: Sealed): Promise<Unsealed> => {
  const bytes = sealed.ciphertext
  if (bytes.length < head || bytes[0] !== version) return { ok: false, reason: "damaged" }
  const key = await keys.find(tenant, sealed.customer)
  if (key === undefined || !mark(key).equals(bytes.subarray(1, 1 + markSize))) return { ok: false, reason: "erased" }
  const nonce = bytes.subarray(1 + markSize, 1 + markSize + nonceSize)
  try {
    const cipher = createDecipheriv(algorithm, key, nonce).setAAD(owner(tenant, sealed.customer))
    cipher.setAuthTag(bytes.subarray(1 + markSize + nonceSize, head))
    const text = cipher.update(bytes.subarray(head), undefined, "utf8") + cipher.final("utf8")
    return { ok: true, value: JSON.parse(text) as Json }
  } catch {
    return { ok: false, reason: "damaged" }
  }
}

const algorithm = "aes-256-gcm"
const version = 1
const markSize = 8
const nonceSize = 12
const head = 1 + markSize + nonceSize + 16

const mark = (key: Uint8Array): Buffer => crypto.hash("sha256", key, "buffer").subarray(0, markSize)

const owner = (tenant: string, customer: string): Buffer => Buffer.from(JSON.stringify([tenant, customer]))
