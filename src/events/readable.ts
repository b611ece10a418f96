/** What a text says, or why it says nothing: the caller knows the place and makes the finding. */
export type Readable<T, P> = { readonly value: T } | { readonly problem: P };
