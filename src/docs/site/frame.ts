import { describeDate } from "../../calendar/index.ts";
import type { Contract } from "../../contract/index.ts";
import type { Language } from "../../diagnostics/index.ts";
import { wordsOf } from "../words/index.ts";
import type { Page } from "./pages.ts";

/** A link of the navigation. */
export interface NavLink {
  readonly text: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** What stands around the content of every page. */
export interface Frame {
  readonly skip: string;
  readonly label: string;
  readonly menu: string;
  readonly home: string;
  readonly main: readonly NavLink[];
  readonly guides: { readonly title: string; readonly links: readonly NavLink[] };
  readonly languages: { readonly label: string; readonly links: readonly (NavLink & { readonly code: string })[] };
  readonly search: Readonly<Record<"label" | "placeholder" | "none", string>>;
  readonly footer: string;
}

/** What a frame is made from. */
export interface FrameFacts {
  readonly page: Page;
  readonly pages: readonly Page[];
  readonly language: Language;
  readonly languages: readonly Language[];
  readonly contract: Pick<Contract, "name" | "version" | "effective">;
  /** Every page stands in one file: links lead to anchors. */
  readonly isSingleFile: boolean;
}

/** Navigation, languages and footer of a page. */
export function buildFrame({ page, pages, language, languages, contract, isSingleFile }: FrameFacts): Frame {
  const { nav, search, footer, languageNames } = wordsOf[language].pages;
  const link = (other: Page): NavLink => ({
    text: other.heading.text,
    href: isSingleFile ? `#page-${other.id}` : `${other.id}.html`,
    isCurrent: !isSingleFile && other.id === page.id,
  });
  const links = (kinds: readonly Page["kind"][]) => pages.filter(({ kind }) => kinds.includes(kind)).map(link);
  return {
    skip: nav.skip,
    label: nav.label,
    menu: nav.menu,
    home: isSingleFile ? "#main" : `${pages[0]?.id ?? "index"}.html`,
    main: links(["management", "journey", "responsibilities", "rules", "reference", "glossary"]),
    guides: { title: nav.guides, links: links(["guide"]) },
    languages: {
      label: nav.languages,
      // Where there is only one there is nothing to choose.
      links: (languages.length < 2 ? [] : languages).map((code) => ({
        code,
        text: languageNames[code],
        href: isSingleFile ? `revenue-contract.${code}.html` : `../${code}/${page.id}.html`,
        isCurrent: code === language,
      })),
    },
    search: { label: search.label, placeholder: search.placeholder, none: search.none },
    footer: footer(contract.name, contract.version, describeDate(contract.effective, language)),
  };
}
