import { placesOfPublication } from '../../src/parse/vocabulary/places.ts';
import { cities, germanJournal, germanTitle } from './german.ts';
import type { Dice } from './random.ts';

/** A person for references in Latin letters. */
export interface Person {
  family: string;
  given: string;
}

/** Makers of parts in Latin letters, drawn from lists of our own and from records that may be trained on. */
export interface Harvest {
  people: Person[];
  titles: string[];
  journals: string[];
  publishers: string[];
  places: string[];
  bodies: string[];
}

const germanFamilies =
  'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Lehmann Köhler Maier Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Schulte Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Voigt Sauer Arnold Wolff Pfeiffer Beck-Gernsheim Hornbostel Kaufmann Mayntz Scharpf Streeck Offe Kocka Wehler Nolte Dörre Castel Esping-Andersen Lindner Nassehi Rosa Honneth Joas'.split(
    ' ',
  );
const germanGivens =
  'Hans Karl Klaus Jürgen Wolfgang Peter Michael Thomas Andreas Stefan Christian Ulrich Ulrike Gerhard Günter Werner Heinz Helmut Manfred Dieter Rainer Bernd Bernhard Reinhard Ralf Jens Jörg Uwe Volker Friedrich Max Ernst Otto Fritz Georg Franz Rudolf Heinrich Matthias Martina Sabine Monika Petra Andrea Claudia Susanne Birgit Gabriele Anna Eva Maria Barbara Ursula Angelika Renate Elisabeth Christine Katharina Karin Anja Silke Steffen Hartmut Niklas Axel Claus Franz-Xaver Hans-Ulrich Karl-Heinz'.split(
    ' ',
  );
const genitives =
  'der Gesellschaft|der Arbeit|der Moderne|des Sozialstaats|der Bundesrepublik Deutschland|in Deutschland|in Europa|im Wandel|der Jugend|der Familie|des Wissens|der Globalisierung|in Ostdeutschland|und soziale Ungleichheit|der Organisation|im internationalen Vergleich|der Nachkriegszeit|des 19. Jahrhunderts|der DDR|am Beispiel der Schweiz'.split(
    '|',
  );
const heads =
  'Zur Theorie|Zur Soziologie|Die Zukunft|Das Ende|Die Krise|Zum Wandel|Grundlagen|Einführung in die Soziologie|Handbuch|Strukturwandel|Formen|Der Begriff|Theorie|Probleme|Die Entstehung|Eine Studie|Perspektiven|Zur Geschichte'.split(
    '|',
  );
const subtitles =
  'Eine empirische Untersuchung|Theoretische Überlegungen|Ergebnisse einer Befragung|Ein Lehrbuch|Analysen und Perspektiven|Beiträge zur aktuellen Diskussion|Eine vergleichende Studie|Konzepte, Methoden, Befunde|Studien zur Sozialstruktur|Ein Überblick|Festschrift zum 65. Geburtstag|Expertise im Auftrag des Bundesministeriums|Ansätze und Erfahrungen|Verhandlungen des Deutschen Soziologentages|Zwischenbericht'.split(
    '|',
  );
const germanJournals =
  'Kölner Zeitschrift für Soziologie und Sozialpsychologie|Zeitschrift für Soziologie|Soziale Welt|Leviathan|Berliner Journal für Soziologie|Aus Politik und Zeitgeschichte|Politische Vierteljahresschrift|KZfSS|Zeitschrift für Pädagogik|Historische Zeitschrift|Geschichte und Gesellschaft|WSI-Mitteilungen|Das Argument|Prokla|Merkur|Neue Juristische Wochenschrift|NJW|JZ|Juristenzeitung|Der Staat|Archiv für öffentliches Recht|Publizistik|Media Perspektiven|Zeitschrift für Familienforschung|Neue Praxis|Wirtschaftsdienst|MittAB|Soziologische Revue|Sozialer Fortschritt|Der Spiegel|Die Zeit|Blätter für deutsche und internationale Politik|Osteuropa|Zeitschrift für Politikwissenschaft|ZUMA-Nachrichten|Deutsche Zeitschrift für Philosophie'.split(
    '|',
  );
const germanPublishers =
  'Suhrkamp|Campus|Campus Verlag|VS Verlag für Sozialwissenschaften|VS Verlag|Westdeutscher Verlag|Leske + Budrich|Leske und Budrich|Nomos|Nomos Verlagsgesellschaft|Juventa|Springer VS|Duncker & Humblot|Mohr Siebeck|C.H. Beck|Verlag Barbara Budrich|transcript|Beltz|Rowohlt|Fischer|Lit Verlag|UVK|Oldenbourg|de Gruyter|Walter de Gruyter|Dietz|Edition Sigma|Enke|Luchterhand|Kohlhammer|Metzler|Vandenhoeck & Ruprecht|Böhlau|Lambertus|Waxmann|Klinkhardt|Hans Huber|Velbrück|Westfälisches Dampfboot|Haupt|Seismo|Peter Lang|Reclam|Klett-Cotta|Piper|Gütersloher Verlagshaus|Bund-Verlag|Schäffer-Poeschel|Gabler|Hogrefe|Herder|Ullstein|Argument Verlag'.split(
    '|',
  );
const germanPlaces =
  'Frankfurt am Main|Frankfurt/M.|Frankfurt a.M.|Frankfurt/Main|Frankfurt|Berlin|München|Wiesbaden|Opladen|Hamburg|Köln|Stuttgart|Weinheim|Baden-Baden|Tübingen|Bielefeld|Göttingen|Münster|Konstanz|Bonn|Leipzig|Wien|Zürich|Bern|Basel|Weinheim und München|Freiburg|Darmstadt|Reinbek bei Hamburg|Opladen/Wiesbaden|Berlin/New York|Heidelberg|Mannheim|Frankfurt a. M./New York|Graz|Neuwied|Leverkusen|Nürnberg|Bad Heilbrunn'.split(
    '|',
  );
const germanBodies =
  'Statistisches Bundesamt|Bundesministerium für Arbeit und Soziales|Bundesministerium für Bildung und Forschung (BMBF)|Bundeszentrale für politische Bildung|Deutscher Bundestag|Europäische Kommission|Deutsche Shell|Bundesagentur für Arbeit|Konrad-Adenauer-Stiftung|BMFSFJ|OECD|Institut für Demoskopie Allensbach|Autorengruppe Bildungsberichterstattung|Bertelsmann Stiftung|ver.di'.split(
    '|',
  );
const morePlaces = [
  ...placesOfPublication.de.split(' '),
  ...placesOfPublication.fr.split(' '),
  ...placesOfPublication.it.split(' '),
  ...placesOfPublication.es.split(' '),
  'brüssel',
  'luxemburg',
  'genf',
  'london',
  'new_york',
  'amsterdam',
  'prag',
  'budapest',
  'warschau',
  'rom',
  'moskau',
].map((place) =>
  place
    .split('_')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join(' '),
);
const englishPublishers =
  'Oxford University Press|Cambridge University Press|Harvard University Press|Princeton University Press|Routledge|Sage|SAGE Publications|Palgrave Macmillan|Springer|Polity Press|MIT Press|The MIT Press|University of Chicago Press|Yale University Press|Penguin|Basic Books|Free Press|Norton|W. W. Norton|Knopf|Academic Press|Wiley|John Wiley & Sons|Blackwell|Elsevier|Edward Elgar|Stanford University Press|University of California Press|Columbia University Press|Cornell University Press|Verso|Pearson|McGraw-Hill|Prentice Hall|Addison-Wesley|Random House|Random House LLC|Simon & Schuster|PublicAffairs|Createspace|Brookings Institution|American Psychological Association|Macmillan|HarperCollins|Allen & Unwin|Brill|Ashgate|Duke University Press|Johns Hopkins University Press|World Bank|RAND Corporation|Farrar, Straus and Giroux|Lawrence Erlbaum|Guilford Press|Hogarth Press|Crown'.split(
    '|',
  );
const englishPlaces =
  'London|New York|New York, NY|Cambridge|Cambridge, MA|Cambridge, Mass.|Oxford|Chicago|Princeton|Princeton, NJ|Boston|Thousand Oaks, CA|Thousand Oaks|Washington, DC|Washington, D.C.|Berkeley|New Haven|Ithaca|Stanford|London and New York|Amsterdam|Basingstoke|Cheltenham|Durham|Baltimore|Los Angeles|San Francisco|Lexington, Ky|Upper Saddle River, NJ|Hillsdale, NJ|Santa Monica, CA|Leiden|Philadelphia|Englewood Cliffs|Toronto|Melbourne|Tokyo|Beijing'.split(
    '|',
  );
const englishBodies =
  'World Health Organization|United Nations|World Bank|OECD|International Monetary Fund|U.S. Department of Defense|The White House|European Commission|Ministry of Foreign Affairs of Japan|UNESCO|The United Nations|Congressional Research Service|National Research Council|American Psychological Association|International Labour Organization|Pew Research Center|Government Accountability Office|NATO|Amnesty International|Human Rights Watch|UN Human Rights Council|Online Computer Library Center, Inc'.split(
    '|',
  );
const englishPapers =
  'The New York Times|Washington Post|The Guardian|Wall Street Journal|The Economist|Financial Times|BBC News|Reuters|The Japan Times|Foreign Affairs|Foreign Policy|The New Yorker|The Atlantic|CNN|The Diplomat|Le Monde|Time|Wired|Politico|Los Angeles Times|Nikkei Asia|South China Morning Post|USNI News|Defense News'.split(
    '|',
  );

export interface Latin {
  person(die: Dice): Person;
  title(die: Dice): string;
  journal(die: Dice): string;
  newspaper(die: Dice): string;
  publisher(die: Dice): string;
  place(die: Dice): string;
  body(die: Dice): string;
  school(die: Dice): string;
}

export const german: Latin = {
  person: (die) => ({
    family:
      (die.chance(0.04) ? 'von ' : '') +
      die.pick(germanFamilies) +
      (die.chance(0.05) ? `-${die.pick(germanFamilies)}` : ''),
    given: die.pick(germanGivens) + (die.chance(0.1) ? ` ${die.pick(germanGivens)}` : ''),
  }),
  title: (die) =>
    die.chance(0.12) ? `${die.pick(heads)} ${die.pick(genitives)}. ${die.pick(subtitles)}` : germanTitle(die),
  journal: (die) => (die.chance(0.6) ? die.pick(germanJournals) : germanJournal(die)),
  newspaper: (die) =>
    die.pick([
      'Frankfurter Allgemeine Zeitung',
      'Süddeutsche Zeitung',
      'Die Zeit',
      'Der Spiegel',
      'Die Welt',
      'taz',
      'Frankfurter Rundschau',
      'Neue Zürcher Zeitung',
      'FAZ',
      'Der Tagesspiegel',
    ]),
  publisher: (die) => die.pick(germanPublishers),
  place: (die) =>
    die.chance(0.6) ? die.pick(germanPlaces) : die.chance(0.5) ? die.pick(morePlaces) : die.pick(cities),
  body: (die) => die.pick(germanBodies),
  school: (die) =>
    die.pick([
      'Universität Bielefeld',
      'Freie Universität Berlin',
      'Universität Hamburg',
      'TU Berlin',
      'Universität Bremen',
      'LMU München',
      'Universität Wien',
    ]),
};

/** English parts: our own lists beside what the records hold. */
export const english = (harvest: Harvest): Latin => ({
  person: (die) => (harvest.people.length ? die.pick(harvest.people) : { family: 'Smith', given: 'John' }),
  title: (die) => die.pick(harvest.titles),
  journal: (die) => die.pick(harvest.journals),
  newspaper: (die) => die.pick(englishPapers),
  publisher: (die) => (die.chance(0.5) ? die.pick(englishPublishers) : die.pick(harvest.publishers)),
  place: (die) =>
    die.chance(0.5)
      ? die.pick(englishPlaces)
      : die.chance(0.7)
        ? die.pick(harvest.places)
        : die.chance(0.5)
          ? die.pick(morePlaces)
          : die.pick(cities),
  body: (die) => die.pick(englishBodies),
  school: (die) =>
    `University of ${die.pick(['Michigan', 'Chicago', 'Oxford', 'California, Berkeley', 'Tokyo', 'Texas', 'Leeds'])}`,
});
