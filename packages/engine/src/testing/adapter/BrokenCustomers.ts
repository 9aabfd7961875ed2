import type { CustomerDirectory, CustomerRecord } from "../../port/Directory.ts"
import type { Broken } from "./Broken.ts"
import type { CustomerFixture } from "./CustomerLaws.ts"

const records: Readonly<Record<string, CustomerRecord>> = {
  "c-1": { name: "Ida", language: "en", facts: { tier: "gold" } },
  "c-2": { name: "周", language: "zh-CN", consent: ["survey"] }
}

const whole = (): CustomerDirectory => ({
  customer: async (id) => (Object.hasOwn(records, id) ? records[id] : undefined),
  all: async () => Object.keys(records)
})

const broken = (law: string, fault: string, change: (customers: CustomerDirectory) => Partial<CustomerDirectory>) => ({
  law,
  fault,
  make: async () => {
    const customers = whole()
    return { customers: { ...customers, ...change(customers) }, known: ["c-1", "c-2"] }
  }
})

/** Directories of customers that are each wrong in one way. */
export const brokenCustomers: readonly Broken<CustomerFixture>[] = [
  broken("whom it does not know is undefined, and no error", "throws for new customers", (customers) => ({
    customer: async (id) => {
      const found = await customers.customer(id)
      if (found === undefined) throw new Error(`404 ${id}`)
      return found
    }
  })),
  broken("nobody is known by a name that every object answers to", "looks into an object", () => ({
    customer: async (id) => records[id]
  })),
  broken(
    "what is on file is plain data: texts, a language, names of consents, and facts that are single values",
    "hands out rows of its database",
    (customers) => ({
      customer: async (id) => {
        const found = await customers.customer(id)
        return found && { ...found, facts: { since: new Date(0) } as never }
      }
    })
  ),
  broken("whoever asks at once is given the same", "shares one buffer", () => {
    let n = 0
    return {
      customer: async (id) => (records[id] === undefined ? undefined : { name: `${id} ${n++}` })
    }
  }),
  broken("all names only those who are on file, each once", "names who has left", () => ({
    all: async () => ["c-1", "c-9"]
  })),
  broken("all names only those who are on file, each once", "names somebody on each page", () => ({
    all: async () => ["c-1", "c-2", "c-1"]
  }))
]
