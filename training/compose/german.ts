import type { Dice } from './random.ts';

const stems =
  'Arbeits Bildungs Sozial Familien Jugend Kinder Alters Migrations Integrations Geschlechter Frauen Gesundheits Wohlfahrts Wissens Wissenschafts Organisations Verwaltungs Unternehmens Wirtschafts Industrie Umwelt Stadt Regional Landes Bundes Kommunal Medien Kommunikations Fernseh Presse Kultur Religions Sprach Literatur Rechts Verfassungs Straf Partei Wahl Eliten Demokratie Europa Außen Sicherheits Friedens Kriegs Nachkriegs Erinnerungs Geschichts Lebens Alltags Freizeit Konsum Markt Finanz Steuer Haushalts Renten Pflege Betriebs Berufs Ausbildungs Weiterbildungs Hochschul Schul Unterrichts Lehrer Erziehungs Persönlichkeits Gruppen Netzwerk Technik Innovations Umfrage Daten Zeit Raum Körper Generationen Bevölkerungs Gewerkschafts Vereins Stiftungs Armuts'.split(
    ' ',
  );
const ends =
  'politik forschung markt system verhalten wandel entwicklung struktur theorie praxis bericht analyse soziologie geschichte planung förderung beratung reform recht ordnung kritik bewegung identität ungleichheit verhältnisse bedingungen prozesse strategien konflikte einstellungen orientierung mobilität verläufe chancen räume beziehungen kultur ökonomie management qualität pädagogik psychologie statistik erhebung studie debatte diskurse'.split(
    ' ',
  );
const plain =
  'Gesellschaft Arbeit Bildung Familie Jugend Alter Migration Politik Demokratie Staat Recht Macht Kultur Religion Öffentlichkeit Technik Markt Europa Deutschland Identität Gewalt Krieg Frieden Geschichte Sprache Stadt Umwelt Armut Vertrauen Solidarität Freiheit Gerechtigkeit Anerkennung Heimat Körper Liebe Gefühle Wissen Erfahrung Handeln Sinn Zeit Raum Grenzen Fremde Nation Ethik Moral'.split(
    ' ',
  );
const qualities =
  'soziale politische empirische qualitative moderne neue kulturelle öffentliche ökonomische historische vergleichende demographische kommunale berufliche ethnische nationale globale digitale kollektive strukturelle regionale rechtliche'.split(
    ' ',
  );
const settings =
  'in Deutschland|in Ostdeutschland|in der Schweiz|in Österreich|in Europa|in der Bundesrepublik|in der DDR|im Wandel|im Vergleich|im internationalen Vergleich|im Lebensverlauf|im 19. Jahrhundert|nach der Wende|nach 1945|seit 1990|zwischen 1918 und 1933|am Beispiel Berlins|aus soziologischer Sicht|in der Krise|auf dem Prüfstand|unter Druck|und ihre Folgen|im Spiegel der Statistik|in Theorie und Praxis|an der Schwelle zum 21. Jahrhundert|1871-1914'.split(
    '|',
  );
const openers =
  'Zur|Zur Entwicklung der|Zum Begriff der|Die Zukunft der|Das Ende der|Die Krise der|Grundlagen der|Einführung in die|Lehrbuch der|Handbuch der|Formen der|Theorien der|Probleme der|Aspekte der|Auf dem Weg zur|Jenseits der|Strukturen der|Die Wiederkehr der|Abschied von der|Was ist|Wie wirkt|Warum'.split(
    '|',
  );
const kinds =
  'Eine empirische Untersuchung|Theoretische Überlegungen|Ergebnisse einer Befragung|Ein Lehrbuch|Analysen und Perspektiven|Beiträge zur aktuellen Diskussion|Eine vergleichende Studie|Konzepte, Methoden, Befunde|Ein Überblick|Expertise im Auftrag des Ministeriums|Ansätze und Erfahrungen|Abschlussbericht|Gesammelte Aufsätze|Ein Handbuch|Eine Einführung|Dokumente|Vorläufige Ergebnisse|Stand und Perspektiven|Anmerkungen zu einer Debatte|Fallstudien|Entwürfe|Befunde aus der Forschung|Versuch einer Bilanz|Eine Bestandsaufnahme|Ergebnisse des Mikrozensus|Ein Gespräch mit Fachleuten'.split(
    '|',
  );

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);
const compound = (die: Dice): string => die.pick(stems) + die.pick(ends);
const thing = (die: Dice): string => (die.chance(0.6) ? compound(die) : die.pick(plain));
const things = (die: Dice): string =>
  die.chance(0.35) ? `${die.pick(qualities)} ${thing(die)}` : thing(die);
const setting = (die: Dice): string => (die.chance(0.5) ? ` ${die.pick(settings)}` : '');

const clause = (die: Dice): string =>
  die.pick<() => string>([
    () => `${capital(things(die))} und ${things(die)}${setting(die)}`,
    () => `${capital(things(die))}${setting(die)}`,
    () => `${die.pick(openers)} ${things(die)}${setting(die)}`,
    () => `${capital(things(die))}, ${things(die)} und ${things(die)}`,
    () => `${capital(things(die))} zwischen ${thing(die)} und ${thing(die)}`,
    () => `${capital(things(die))} als ${thing(die)}${die.chance(0.4) ? '?' : ''}`,
    () => `Der Einfluss der ${thing(die)} auf die ${thing(die)}${setting(die)}`,
    () => `„${capital(things(die))}“ oder „${things(die)}“? ${capital(thing(die))} ${die.pick(settings)}`,
    () => `${die.pick(plain)} der ${compound(die)}`,
    () => `${die.pick(['Ausgewählte', 'Aktuelle', 'Neuere', 'Offene'])} Probleme der ${compound(die)}`,
    () => `${compound(die)} ${die.int(1995, 2015)}`,
    () => `${die.pick(plain)}, ${die.pick(plain)}, ${die.pick(plain)}`,
    () => `Die ${compound(die)} und ihre ${die.pick(plain)}`,
  ])();

/** A German title, with none to two subtitles. */
export const germanTitle = (die: Dice): string => {
  let title = clause(die);
  const roll = die.next();
  const more = () => (die.chance(0.45) ? die.pick(kinds) : clause(die));
  const join = () => (title.endsWith('?') ? ' ' : die.pick(['. ', '. ', '. ', ': ', ' – ', ' - ']));
  if (roll < 0.62) title += join() + more();
  if (roll < 0.1) title += join() + more();
  return title;
};

/** A series or a journal of an institute. */
export const germanSeries = (die: Dice): string =>
  die.pick<() => string>([
    () => `Studien zur ${compound(die)}`,
    () => `Schriften zur ${compound(die)}`,
    () => `Beiträge zur ${compound(die)}`,
    () => `Forschungsberichte zur ${compound(die)}`,
    () => `Schriftenreihe des Instituts für ${compound(die)}`,
    () => `Materialien zur ${compound(die)}`,
    () => `edition ${die.pick(plain).toLowerCase()}`,
    () => `Reihe ${compound(die)}`,
  ])();

/** A journal that is made up. */
export const germanJournal = (die: Dice): string =>
  die.pick<() => string>([
    () => `Zeitschrift für ${compound(die)}`,
    () => `Archiv für ${compound(die)}`,
    () => `Jahrbuch für ${compound(die)}`,
    () => `Jahrbuch ${compound(die)}`,
    () => `${compound(die)}. Zeitschrift für ${compound(die)}`,
    () => `Informationen zur ${compound(die)}`,
    () => `${compound(die)} und ${compound(die)}`,
    () => `Forum ${compound(die)}`,
    () => `${compound(die)}`,
    () => `Neue ${compound(die)}`,
  ])();

/** Cities of Europe and beyond where books come out, beyond the usual ones. */
export const cities =
  'Aachen Augsburg Bamberg Bayreuth Bochum Braunschweig Chemnitz Cottbus Dortmund Duisburg Eichstätt Erfurt Flensburg Frankfurt/Oder Fulda Gießen Greifswald Hagen Hildesheim Kaiserslautern Kiel Koblenz Ludwigsburg Ludwigshafen Lüneburg Magdeburg Oldenburg Osnabrück Passau Regensburg Rostock Saarbrücken Siegen Schwerin Ulm Wuppertal Linz Klagenfurt Bregenz St._Gallen Winterthur Luzern Genf Lausanne Cluj Ljubljana Zagreb Belgrad Sofia Bukarest Krakau Danzig Breslau Vilnius Riga Tallinn Minsk Kiew Odessa Athen Istanbul Ankara Kairo Beirut Damaskus Jerusalem Tel_Aviv Teheran Bagdad Tiflis Baku Almaty Taschkent Luxemburg Brüssel Gent Antwerpen Löwen Leeds Sheffield Glasgow Bristol Nottingham Dublin Belfast Cardiff Uppsala Lund Göteborg Turku Tampere Bergen Aarhus Odense Lissabon Porto Coimbra Sevilla Valencia Granada Barcelona Straßburg Nancy Nantes Aix Bordeaux Bologna Neapel Palermo Triest Ebenhausen Eggingen Neuried Weilerswist Pfaffenweiler Schwalbach Herbolzheim Bad_Heilbrunn Königstein Kronberg Neuwied Meisenheim Nairobi Lagos Accra Dakar Pretoria Cape_Town Lima Quito Bogotá Caracas São_Paulo Rio_de_Janeiro Buenos_Aires Montevideo Ottawa Calgary Halifax Austin Houston Atlanta Denver Seattle Portland Pittsburgh Rochester Buffalo Albany Syracuse Tempe Lansing Iowa_City Madison Lawrence Norman Norwood Lanham Armonk Mineola Malden Burlington Farnham Abingdon Newbury_Park'
    .split(' ')
    .map((city) => city.replaceAll('_', ' '));
