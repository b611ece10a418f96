/** The forms of a noun that sentences need; in French the article carries the gender. */
export interface Noun {
  readonly one: string;
  readonly many: string;
  /** `a contact`, `un contact` */
  readonly a: string;
  /** `the contact`, `le contact` */
  readonly the: string;
  /** `every contact`, `chaque contact` */
  readonly every: string;
  /** `every new contact`, `tout nouveau contact` */
  readonly everyNew: string;
  /** `contacts accepted`, `contacts acceptés` */
  readonly accepted: string;
  /** `contacts handed over`, `contacts transmis` */
  readonly handedOver: string;
}
