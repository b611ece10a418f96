/**
 * What a field can hold, besides nothing. Numbers have a grid: `decimals` digits after the point, or as many as the
 * conditions write; bounds are included. `isOpen` where the options are those of an adopted property, unknown to us.
 */
export type ValueDomain =
  | { readonly kind: "number"; readonly min?: number; readonly max?: number; readonly decimals: number }
  | { readonly kind: "choice" | "choices"; readonly options: readonly string[]; readonly isOpen: boolean }
  | { readonly kind: "boolean" | "text" | "moment" };
