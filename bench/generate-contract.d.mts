/** How large a generated contract is to be; the numbers are met roughly. */
export interface ContractSize {
  readonly stages: number;
  readonly criteria: number;
  readonly handoffs: number;
}

/** The YAML of a sound contract of about this size. */
export function generateContract(size: ContractSize): string;

/** The YAML of a contract whose priorities are so many boxes in so many dimensions. */
export function generateBoxes(count: number, dimensions: number): string;
