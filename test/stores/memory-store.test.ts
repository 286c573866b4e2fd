import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { describeStoreContract } from "../contracts/store-contract.ts";

describeStoreContract("memory store", openMemoryStore);
