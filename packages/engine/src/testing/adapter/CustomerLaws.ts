/** Laws of a host's directory of customers. */
import assert from "node:assert/strict"
import { Bundle } from "@hearback/core"
import type { CustomerDirectory } from "../../port/Directory.ts"
import { type Disposable, type Law, law } from "../laws/Law.ts"
import { inherited } from "./DirectoryLaws.ts"

/** A customer directory under test. */
export interface CustomerFixture extends Disposable {
  readonly customers: CustomerDirectory
  /** The ids of some customers whom the directory knows. */
  readonly known: readonly string[]
}

/** A law of a directory of customers. */
export type CustomerLaw = Law<CustomerFixture, never>

const customerLaw = (name: string, because: string, body: (fixture: CustomerFixture) => Promise<void>): CustomerLaw =>
  law<CustomerFixture>({ name, because, needs: [] }, body)

const isScalar = (value: unknown): boolean => ["string", "number", "boolean"].includes(typeof value)

/** The laws of customer directories. */
export const customerLaws: readonly CustomerLaw[] = [
  customerLaw(
    "whom it does not know is undefined, and no error",
    "the engine takes an error for an outage: feedback of a new customer would be received and never opened",
    async ({ customers }) => {
      assert.equal(await customers.customer("nobody-of-this-name"), undefined)
    }
  ),

  customerLaw(
    "nobody is known by a name that every object answers to",
    "ids of customers come from outside: `constructor` would be a customer with the name of a function",
    async ({ customers }) => {
      for (const id of inherited) assert.equal(await customers.customer(id), undefined)
    }
  ),

  customerLaw(
    "what is on file is plain data: texts, a language, names of consents, and facts that are single values",
    "it is recorded with the decision; what a record cannot hold would be lost, or stop the decision",
    async ({ customers, known }) => {
      assert.ok(known.length > 0, "the fixture names customers who are known")
      for (const id of known) {
        const found = await customers.customer(id)
        assert.ok(found !== undefined, `${id} is not known`)
        const { name = "", language = "en", address = "", consent = [], facts = {} } = found
        assert.ok(typeof name === "string" && typeof address === "string", `name and address of ${id} are texts`)
        assert.ok(Bundle.isLanguage(language), `the language of ${id} is one of ${Bundle.languages.join(", ")}`)
        assert.ok(Array.isArray(consent) && consent.every((one) => typeof one === "string"), "consents are names")
        for (const [fact, value] of Object.entries(facts))
          assert.ok(isScalar(value), `${fact} of ${id} is no single value`)
      }
    }
  ),

  customerLaw(
    "whoever asks at once is given the same",
    "two decisions of one moment would rest on two states of one customer",
    async ({ customers, known }) => {
      const ask = () => Promise.all(known.map((id) => customers.customer(id)))
      const [one, two] = await Promise.all([ask(), ask()])
      assert.deepEqual(one, two)
    }
  ),

  customerLaw(
    "all names only those who are on file, each once",
    "a survey would go to nobody, or twice to one",
    async ({ customers }) => {
      const all = await customers.all?.()
      if (all === undefined) return
      assert.equal(new Set(all).size, all.length, "somebody is named twice")
      for (const id of all) assert.ok((await customers.customer(id)) !== undefined, `${id} is named, and not on file`)
    }
  )
]
