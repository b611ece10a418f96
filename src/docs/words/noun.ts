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
  /** `every contact`, `tous les contacts` */
  readonly all: string;
  /** `of contacts`, `d'affaires` */
  readonly ofMany: string;
  /** `every new contact`, `tout nouveau contact` */
  readonly everyNew: string;
  /** `contacts already in the CRM`, `contacts déjà présents dans le CRM` */
  readonly existing: string;
  /** `contacts handed over`, `contacts transmis` */
  readonly handedOver: string;
  /** `every contact handed over`, `chaque contact transmis` */
  readonly everyHandedOver: string;
  /** `what became of every contact handed over`, `ce qu'est devenu chaque contact transmis` */
  readonly whatBecame: string;
  /** `contacts that nobody has treated`, `contacts non traités` */
  readonly untreated: string;
}
