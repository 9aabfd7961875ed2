import type { Directory, Person } from "../../port/Directory.ts"
import type { Broken } from "./Broken.ts"
import type { DirectoryFixture } from "./DirectoryLaws.ts"

const staff: readonly Person[] = [
  { id: "ann", roles: ["agent"] },
  { id: "ben", roles: ["agent", "on-call"] },
  { id: "sue", roles: ["supervisor"] }
]
const away = { id: "ben", at: 1_000, back: 2_000 }

/** Returns a directory that keeps every law. */
const whole = (): Directory => ({
  person: async (id) => staff.find((one) => one.id === id),
  withRole: async (role) => staff.filter(({ roles }) => roles.includes(role)),
  absence: async (id, at) => (id === away.id && at < away.back && at >= away.at ? { until: away.back } : undefined)
})

const broken = (law: string, fault: string, change: (directory: Directory) => Partial<Directory>) => ({
  law,
  fault,
  make: async () => {
    const directory = whole()
    const people = staff.map(({ id }) => id)
    return { directory: { ...directory, ...change(directory) }, people, roles: ["agent", "supervisor"], away }
  }
})

/** Directories that are each wrong in one way. */
export const brokenDirectories: readonly Broken<DirectoryFixture>[] = [
  broken("whom it does not know is undefined, and no error", "throws for strangers", (directory) => ({
    person: async (id) => {
      const found = await directory.person(id)
      if (found === undefined) throw new Error(`404 ${id}`)
      return found
    }
  })),
  broken("nobody is known by a name that every object answers to", "looks into an object", () => {
    const byId: Readonly<Record<string, Person>> = Object.fromEntries(staff.map((one) => [one.id, one]))
    return { person: async (id) => byId[id] }
  }),
  broken("a person has the id that was asked for, and a list of roles", "answers with ids of its own", (directory) => ({
    person: async (id) => {
      const found = await directory.person(id)
      return found && { ...found, id: `uid=${id}` }
    }
  })),
  broken(
    "who is listed under a role has it, and is the same person when asked for alone",
    "knows roles of lists alone",
    (directory) => ({
      person: async (id) => {
        const found = await directory.person(id)
        return found && { ...found, roles: [] }
      }
    })
  ),
  broken("who has a role is listed under it", "lists the first page alone", (directory) => ({
    withRole: async (role, options) => (await directory.withRole(role, options)).slice(0, 1)
  })),
  broken("a role that nobody has is an empty list", "throws for a role that it does not know", (directory) => ({
    withRole: async (role, options) => {
      const found = await directory.withRole(role, options)
      if (found.length === 0 && role.startsWith("no-")) throw new Error("no such group")
      return found
    }
  })),
  broken("the order of those with a role stays the same", "lists them in turn", (directory) => {
    let n = 0
    return {
      withRole: async (role, options) => {
        const found = await directory.withRole(role, options)
        const first = n++ % Math.max(1, found.length)
        return [...found.slice(first), ...found.slice(0, first)]
      }
    }
  }),
  broken(
    "who is absent is still listed, and is absent at that instant alone",
    "leaves out who is away",
    (directory) => ({
      withRole: async (role, options) =>
        (await directory.withRole(role, options)).filter(({ id }) => id !== away.id || options.at >= away.back)
    })
  ),
  broken("who is absent is still listed, and is absent at that instant alone", "knows no instant", (directory) => ({
    absence: async (id) => directory.absence(id, away.at)
  }))
]
