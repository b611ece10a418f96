import type { eventRows } from "../catalogue/events.ts";
import type { RulePage } from "./page.ts";

const head = "record,at,event,name,value\n";
const created = "42,2026-03-02 09:00,created,,\n";
const file = (...rows: readonly string[]): string => `${head}${created}${rows.map((row) => `${row}\n`).join("")}`;
const sound = file("42,2026-03-02 10:00,signal,demo-request,");

/** The pages of the family EVT. */
export const eventPages: Readonly<Record<keyof typeof eventRows, RulePage>> = {
  EVT001: {
    title: {
      en: "A file of events says who, when and what",
      fr: "Un fichier d'événements dit qui, quand et quoi",
    },
    what: {
      en: "The first row names the columns; `record`, `at` and `event` are needed. Columns may be called otherwise in the file and be named on the command line.",
      fr: "La première ligne nomme les colonnes\u202f; `record`, `at` et `event` sont nécessaires. Elles peuvent s'appeler autrement dans le fichier et être nommées sur la ligne de commande.",
    },
    form: "events",
    fails: "Contact,at,event\n42,2026-03-02 09:00,created\n",
    passes: "record,at,event\n42,2026-03-02 09:00,created\n",
    fix: {
      en: 'Rename the column, or add --column "record=Contact".',
      fr: 'Renommer la colonne, ou ajouter --column "record=Contact".',
    },
  },
  EVT002: {
    title: { en: "Cells are separated by one sign", fr: "Un seul signe sépare les cellules" },
    what: {
      en: "Commas, semicolons and tabs are recognised in the first row. Another sign, or one that was asked for and splits nothing, would make one cell of every row.",
      fr: "Virgules, points-virgules et tabulations sont reconnus dans la première ligne. Un autre signe, ou celui qui a été demandé et ne sépare rien, ferait une seule cellule de chaque ligne.",
    },
    form: "events",
    fails: "record|at|event\n42|2026-03-02 09:00|created\n",
    passes: "record;at;event\n42;2026-03-02 09:00;created\n",
    fix: { en: "Say which sign it is: --separator.", fr: "Dire quel est ce signe\u00a0: --separator." },
  },
  EVT003: {
    title: { en: "A file of events is UTF-8", fr: "Un fichier d'événements est en UTF-8" },
    what: {
      en: "The whole file is looked through before anything is concluded from it. Latin-1, as older spreadsheets save it, is read when you say so; UTF-16 and workbooks are not.",
      fr: "Tout le fichier est parcouru avant d'en conclure quoi que ce soit. Le Latin-1, celui des anciens tableurs, est lu si on le dit\u202f; l'UTF-16 et les classeurs ne le sont pas.",
    },
    form: "events",
    fails: file("42,2026-03-02 10:00,set,need,Caf\\xE9"),
    passes: file("42,2026-03-02 10:00,set,need,Caf\\xC3\\xA9"),
    fix: {
      en: "Save the file as UTF-8, or add --encoding latin1.",
      fr: "Enregistrer le fichier en UTF-8, ou ajouter --encoding latin1.",
    },
  },
  EVT004: {
    title: { en: "Every row has the cells of the header", fr: "Chaque ligne a les cellules de l'en-tête" },
    what: {
      en: "A quotation mark that nothing closes, one in the middle of a cell, or a cell too many or too few: such a row is left out, and reading goes on with the next line.",
      fr: "Un guillemet que rien ne ferme, un autre au milieu d'une cellule, une cellule de trop ou de moins\u00a0: une telle ligne est laissée de côté et la lecture reprend à la suivante.",
    },
    form: "events",
    fails: file("42,2026-03-02 10:00,set,need,faster, cheaper"),
    passes: file('42,2026-03-02 10:00,set,need,"faster, cheaper"'),
    fix: { en: "Put the cell between quotation marks.", fr: "Mettre la cellule entre guillemets." },
  },
  EVT005: {
    title: { en: "Events are those that the agreement knows", fr: "Les événements sont ceux que l'accord connaît" },
    what: {
      en: "The column `event` holds one of the words listed in docs/events.md. A row that says anything else is left out.",
      fr: "La colonne `event` contient un des mots listés dans docs/events.md. Une ligne qui dit autre chose est laissée de côté.",
    },
    form: "events",
    fails: file("42,2026-03-02 10:00,signl,demo-request,"),
    passes: sound,
    fix: { en: "Write the event as docs/events.md does.", fr: "Écrire l'événement comme dans docs/events.md." },
  },
  EVT006: {
    title: { en: "Names are names of the contract", fr: "Les noms sont ceux du contrat" },
    what: {
      en: "Fields, signals, stages, handoffs, reasons, statuses and kinds of touch are named by their id, by their label, or by the id they had formerly.",
      fr: "Champs, signaux, étapes, transmissions, motifs, statuts et types de contact sont désignés par leur identifiant, par leur libellé ou par leur ancien identifiant.",
    },
    form: "events",
    fails: file("42,2026-03-02 10:00,signal,demo-requst,"),
    passes: sound,
    fix: { en: "Write the name as the contract does.", fr: "Écrire le nom comme dans le contrat." },
  },
  EVT007: {
    title: { en: "A moment has a day and a time", fr: "Un moment a un jour et une heure" },
    what: {
      en: "Moments are ISO: 2026-03-02 09:00 in the zone of the contract's calendar, or with an offset. A day alone is refused, and so is a date that may begin with the day or the month.",
      fr: "Les moments sont en ISO\u00a0: 2026-03-02 09:00 dans le fuseau du calendrier du contrat, ou avec un décalage. Un jour seul est refusé, comme une date qui peut commencer par le jour ou par le mois.",
    },
    form: "events",
    fails: file("42,02/03/2026 10:00,signal,demo-request,"),
    passes: sound,
    fix: {
      en: "Write 2026-03-02 10:00; spreadsheets do so with the format yyyy-mm-dd hh:mm.",
      fr: "Écrire 2026-03-02 10:00\u202f; les tableurs le font avec le format aaaa-mm-jj hh:mm.",
    },
  },
  EVT008: {
    title: { en: "Fields hold values of their type", fr: "Les champs contiennent des valeurs de leur type" },
    what: {
      en: "Numbers may have a point or a comma where only one meaning is possible; options are found by id or label; several are separated by semicolons.",
      fr: "Un nombre peut avoir un point ou une virgule si un seul sens est possible\u202f; une option se désigne par son identifiant ou son libellé\u202f; plusieurs sont séparées par des points-virgules.",
    },
    form: "events",
    fails: file('42,2026-03-02 10:00,set,company-size,"1,200"'),
    passes: file("42,2026-03-02 10:00,set,company-size,1200"),
    fix: {
      en: "Write the value without doubt, or say --decimal point or --decimal comma.",
      fr: "Écrire la valeur sans équivoque, ou dire --decimal point ou --decimal comma.",
    },
  },
  EVT009: {
    title: { en: "An event has the cells it needs", fr: "Un événement a les cellules qu'il lui faut" },
    what: {
      en: "A row without record or moment is about nobody or never; a signal needs its name, an exit its reason.",
      fr: "Une ligne sans fiche ou sans moment ne parle de personne ou de jamais\u202f; un signal a besoin de son nom, une sortie de son motif.",
    },
    form: "events",
    fails: file("42,2026-03-02 10:00,signal,,"),
    passes: sound,
    fix: { en: "Fill in the cell.", fr: "Remplir la cellule." },
  },
  EVT010: {
    title: {
      en: "The rows of a record may come in any order",
      fr: "Les lignes d'une fiche peuvent venir dans tout ordre",
    },
    what: {
      en: "They are put in order of time, so that nothing depends on the order of the file. It is told all the same, since a date typed wrongly shows itself so.",
      fr: "Elles sont remises dans l'ordre du temps\u00a0: rien ne dépend de l'ordre du fichier. C'est signalé quand même, car une date mal saisie se trahit ainsi.",
    },
    form: "events",
    fails: file("42,2026-03-02 10:00,signal,demo-request,", "42,2026-03-02 09:30,touch,call,"),
    passes: file("42,2026-03-02 09:30,touch,call,", "42,2026-03-02 10:00,signal,demo-request,"),
    fix: { en: "Check the date; otherwise nothing to do.", fr: "Vérifier la date\u202f; sinon, rien à faire." },
  },
  EVT011: {
    title: { en: "What is written twice happened once", fr: "Ce qui est écrit deux fois est arrivé une fois" },
    what: {
      en: "Two rows that say the same of the same record at the same moment are an export that was joined to itself: they count once.",
      fr: "Deux lignes qui disent la même chose de la même fiche au même moment sont un export joint à lui-même\u00a0: elles comptent une fois.",
    },
    form: "events",
    fails: file("42,2026-03-02 10:00,signal,demo-request,", "42,2026-03-02 10:00,signal,demo-request,"),
    passes: file("42,2026-03-02 10:00:12,signal,demo-request,", "42,2026-03-02 10:00:40,signal,demo-request,"),
    fix: {
      en: "Take one out; write the seconds if it happened twice.",
      fr: "En retirer une\u202f; écrire les secondes si c'est arrivé deux fois.",
    },
  },
  EVT012: {
    title: { en: "Recorded events are past", fr: "Des événements enregistrés sont passés" },
    what: {
      en: "A moment after now is a mistyped date: the row is left out. With --until DATE you choose yourself how far to look, and later rows are counted, not blamed.",
      fr: "Un moment à venir est une date mal saisie\u00a0: la ligne est laissée de côté. Avec --until DATE on choisit jusqu'où regarder, et les lignes suivantes sont comptées, non reprochées.",
    },
    form: "events",
    fails: file("42,2926-03-02 10:00,signal,demo-request,"),
    passes: sound,
    fix: { en: "Correct the date.", fr: "Corriger la date." },
  },
  EVT013: {
    title: {
      en: "In a large file the rows of a record stand together",
      fr: "Dans un grand fichier, les lignes d'une fiche sont ensemble",
    },
    what: {
      en: "A file of more than 64 MB is not kept in memory: each record is judged when the next one begins. Rows that come later than that, or speak of one that was judged, are left out.",
      fr: "Un fichier de plus de 64 Mo n'est pas gardé en mémoire\u00a0: chaque fiche est jugée quand commence la suivante. Les lignes qui viennent après, ou qui parlent d'une fiche déjà jugée, sont laissées de côté.",
    },
    form: "long-events",
    fails: file("43,2026-03-02 09:00,created,,", "42,2026-03-02 10:00,signal,demo-request,"),
    passes: file("42,2026-03-02 10:00,signal,demo-request,", "43,2026-03-02 09:00,created,,"),
    fix: { en: "Sort the file by the column of the record.", fr: "Trier le fichier selon la colonne de la fiche." },
  },
  EVT014: {
    title: { en: "Every column is read, or said not to be", fr: "Chaque colonne est lue, ou signalée" },
    what: {
      en: "A column that revpact does not know is passed over; it is told, because a mistyped name would silently lose what the column holds.",
      fr: "Une colonne que revpact ne connaît pas est passée\u202f; c'est signalé, car un nom mal saisi ferait perdre son contenu en silence.",
    },
    form: "events",
    fails: "record,at,event,Phone\n42,2026-03-02 09:00,created,\n",
    passes: "record,at,event,field:need\n42,2026-03-02 09:00,created,\n",
    fix: {
      en: "Rename the column, map it by --column, or remove it.",
      fr: "Renommer la colonne, l'associer par --column ou la retirer.",
    },
  },
  EVT015: {
    title: { en: "One moment, one answer", fr: "Un moment, une réponse" },
    what: {
      en: "Where two rows of the same moment give a field two values, or decide both ways, nobody knows which came last. Both are left out.",
      fr: "Si deux lignes du même moment donnent deux valeurs à un champ, ou décident dans les deux sens, personne ne sait laquelle est la dernière. Les deux sont laissées de côté.",
    },
    form: "events",
    fails: file("42,2026-03-02 10:00,set,country,FR", "42,2026-03-02 10:00,set,country,BE"),
    passes: file("42,2026-03-02 10:00:05,set,country,FR", "42,2026-03-02 10:00:40,set,country,BE"),
    fix: { en: "Export the moments with their seconds.", fr: "Exporter les moments avec leurs secondes." },
  },
  EVT016: {
    title: { en: "A column name stands once", fr: "Un nom de colonne figure une seule fois" },
    what: {
      en: "Of two columns with one name, nobody knows which is meant. Nothing is read.",
      fr: "De deux colonnes du même nom, personne ne sait laquelle est voulue. Rien n'est lu.",
    },
    form: "events",
    fails: "record,at,event,at\n42,2026-03-02 09:00,created,2026-03-02 09:00\n",
    passes: "record,at,event\n42,2026-03-02 09:00,created\n",
    fix: { en: "Rename or remove one of them.", fr: "Renommer ou retirer l'une des deux." },
  },
};
