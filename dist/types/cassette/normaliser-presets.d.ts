/** Makes a volatile part of a request the same in every run; applied to the copy that is hashed. */
export interface Normaliser {
    /** What a document notes and `parseNormaliser` reads back. */
    readonly name: string;
    /** JSON path into the body (`$.messages[*].content`); absent: every string of body and target. */
    readonly path?: string;
    /** What to replace in a string; absent: the whole value. Global and without `lastIndex` state. */
    readonly pattern?: RegExp;
    readonly replacement: string;
    /** Whether numbers that the pattern matches whole are replaced too. @default {false} */
    readonly changesNumbers?: boolean;
}
/**
 * Volatile parts that requests of real suites hold. None is active unless a user names it; `call-id`
 * in particular merges requests that differ in nothing but which tool call they answer.
 */
export declare const NORMALISER_PRESETS: ReadonlyMap<string, Normaliser>;
