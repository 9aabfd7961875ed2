/**
 * The contracts of adapters as values for any test runner: stores, keys, channels, directories, customers,
 * classifiers.
 */
export {
  type Arrived,
  type ChannelFixture,
  type ClassifierFixture,
  type CustomerFixture,
  channelLaws,
  classifierLaws,
  customerLaws,
  type DirectoryFixture,
  directoryLaws,
  type KeyFixture,
  keyLaws,
  type Law,
  type ReceivingFixture,
  receivingLaws,
  register,
  type StoreFixture,
  storeLaws
} from "@hearback/engine/testing"
