import type { CassetteStore } from "../cassette/ports.ts";
/** A store that keeps everything in this process: for tests, and for trying things out. */
export declare function openMemoryStore(): CassetteStore;
