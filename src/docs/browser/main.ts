// The one script of a page of the site: what works better with it, never what works only with it.
import { startCalculator } from "./calculator.ts";
import { keepPlaceAcrossLanguages } from "./languages.ts";
import { openMenuWhereThereIsRoom } from "./menu.ts";
import { openForPrinting } from "./printing.ts";
import { startSearch } from "./search.ts";

keepPlaceAcrossLanguages(document);
openMenuWhereThereIsRoom(document);
openForPrinting(document);
for (const box of document.querySelectorAll<HTMLElement>("[data-search]")) startSearch(box);
for (const section of document.querySelectorAll<HTMLElement>("[data-calculator]")) startCalculator(section);
