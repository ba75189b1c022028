using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers.Sjablonen;

/// <summary>
/// What is wrong with a template, in words: so that each that passes can be filled for every case. Looked at for every set of conditions, also those
/// that no case has.
/// </summary>
internal static class Sjablooncontrole
{
    private const int LangsteOnderwerp = 150;
    private const int LangsteTekst = 20_000;
    private const int LangsteCelkop = 60;
    private const int MeesteVoorwaarden = 12;

    public static IReadOnlyList<Fout> Fouten(Briefvelden velden, Sjabloontekst tekst)
    {
        if (Vorm(tekst) is { Count: > 0 } vormfouten)
        {
            return vormfouten;
        }
        var (onderwerp, onderwerpfouten) = Sjabloonlezer.Lees(tekst.Onderwerp);
        var (delen, tekstfouten) = Sjabloonlezer.Lees(tekst.Tekst);
        List<Fout> fouten =
        [
            .. onderwerpfouten.Concat(Namen(velden, onderwerp, [])).Select(f => new Fout("onderwerp", f)),
            .. onderwerp
                .Alle()
                .OfType<Deel.Plek>()
                .Where(p => velden.ZoekLijst(p.Veld) is not null)
                .Select(p => new Fout("onderwerp", Rij(p.Veld))),
            .. tekstfouten.Concat(Namen(velden, delen, [])).Select(f => new Fout("tekst", f)),
        ];
        if (fouten.Count > 0)
        {
            return fouten;
        }
        return [.. Ontbrekend(velden, delen).Concat(Bouw(velden, delen)).Select(f => new Fout("tekst", f))];
    }

    private static List<Fout> Vorm(Sjabloontekst tekst)
    {
        var fouten = new List<Fout>();
        if (tekst.Onderwerp.Length is 0 or > LangsteOnderwerp || tekst.Onderwerp.Any(char.IsControl))
        {
            fouten.Add(new("onderwerp", $"Schrijf het onderwerp op één regel, in ten hoogste {LangsteOnderwerp} tekens."));
        }
        if (tekst.Tekst.Trim().Length is 0 or > LangsteTekst)
        {
            fouten.Add(new("tekst", $"Schrijf een tekst van ten hoogste {LangsteTekst} tekens."));
        }
        if (tekst.Tekst.Any(c => char.IsControl(c) && c != '\n'))
        {
            fouten.Add(new("tekst", "Er staat een onzichtbaar stuurteken in de tekst, zoals een tab. Haal het weg."));
        }
        return fouten;
    }

    /// <param name="binnen">What holds where these stand.</param>
    private static IEnumerable<string> Namen(Briefvelden velden, IReadOnlyList<Deel> delen, IReadOnlyList<string> binnen) =>
        delen.SelectMany(deel =>
            deel switch
            {
                Deel.Plek plek => Naam(velden, plek, binnen),
                Deel.Keuze keuze =>
                [
                    .. velden.KentVoorwaarde(keuze.Voorwaarde)
                        ? (string[])[]
                        :
                        [
                            $"Regel {keuze.Regel}: de voorwaarde '{keuze.Voorwaarde}' kennen wij niet. Kies er een uit de lijst bij dit sjabloon.",
                        ],
                    .. Namen(velden, keuze.Dan, keuze.Niet ? binnen : [.. binnen, keuze.Voorwaarde]),
                    .. Namen(velden, keuze.Anders, keuze.Niet ? [.. binnen, keuze.Voorwaarde] : binnen),
                ],
                _ => (string[])[],
            }
        );

    private static string[] Naam(Briefvelden velden, Deel.Plek plek, IReadOnlyList<string> binnen) =>
        velden.Zoek(plek.Veld) switch
        {
            null => [$"Regel {plek.Regel}: het veld {{{plek.Veld}}} kennen wij niet. Kies er een uit de lijst bij dit sjabloon."],
            { Alleen: { } alleen } when !binnen.Contains(alleen) =>
            [
                $"Regel {plek.Regel}: het veld {{{plek.Veld}}} betekent alleen iets binnen [als {alleen}]. Zet dat eromheen.",
            ],
            _ => [],
        };

    private static IEnumerable<string> Ontbrekend(Briefvelden velden, IReadOnlyList<Deel> delen) =>
        velden
            .Verplicht.Order(StringComparer.Ordinal)
            .Where(naam => !Altijd(delen, velden.Zoek(naam)!.Alleen).Contains(naam))
            .Select(naam =>
                velden.Zoek(naam)!.Alleen is { } alleen
                    ? $"De brief moet {{{naam}}} altijd noemen als '{alleen}' geldt. Zet het erbij."
                    : $"De brief moet {{{naam}}} altijd noemen. Zet het erbij, buiten [als …] of in beide stukken."
            );

    /// <summary>The fields that stand in every letter, or in every letter where this condition holds.</summary>
    private static HashSet<string> Altijd(IReadOnlyList<Deel> delen, string? aanname)
    {
        var altijd = new HashSet<string>();
        foreach (var deel in delen)
        {
            if (deel is Deel.Plek plek)
            {
                altijd.Add(plek.Veld);
            }
            else if (deel is Deel.Keuze keuze)
            {
                var (dan, anders) = (Altijd(keuze.Dan, aanname), Altijd(keuze.Anders, aanname));
                altijd.UnionWith(
                    keuze.Voorwaarde != aanname ? dan.Intersect(anders)
                    : keuze.Niet ? anders
                    : dan
                );
            }
        }
        return altijd;
    }

    /// <summary>Whether lists and tables are whole, whatever holds.</summary>
    private static List<string> Bouw(Briefvelden velden, IReadOnlyList<Deel> delen)
    {
        string[] voorwaarden = [.. delen.Alle().OfType<Deel.Keuze>().Select(k => k.Voorwaarde).Distinct()];
        if (voorwaarden.Length > MeesteVoorwaarden)
        {
            return [$"Gebruik ten hoogste {MeesteVoorwaarden} verschillende voorwaarden."];
        }
        return
        [
            .. Enumerable
                .Range(0, 1 << voorwaarden.Length)
                .Select(keus => delen.Kies(v => (keus & (1 << Array.IndexOf(voorwaarden, v))) != 0))
                .Distinct()
                .SelectMany(Blokvorm.Lees)
                .SelectMany(blok => Blok(velden, blok))
                .Distinct(),
        ];
    }

    private static IEnumerable<string> Blok(Briefvelden velden, Blokvorm blok) =>
        blok switch
        {
            Blokvorm.Alinea alinea => Los(velden, alinea.Tekst),
            Blokvorm.Kop kop => Los(velden, kop.Tekst),
            Blokvorm.Opsomming opsomming => opsomming.Punten.SelectMany(punt => Gemengd(velden, [punt])),
            Blokvorm.Tabel tabel =>
            [
                .. tabel.Rijen.Skip(1).Any(rij => rij.Count != tabel.Rijen[0].Count)
                    ? (string[])
                        [
                            $"De tabel '{tabel.Rijen[0][0]}' heeft een rij met meer of minder cellen dan de eerste. Geef elke rij {tabel.Rijen[0].Count} cellen.",
                        ]
                    : [],
                .. tabel.Rijen[0].Any(kop => kop.Length is 0 or > LangsteCelkop)
                    ? (string[])[$"Geef elke kolom van de tabel '{tabel.Rijen[0][0]}' een kop van ten hoogste {LangsteCelkop} tekens."]
                    : [],
                .. tabel.Rijen[0].SelectMany(kop => Los(velden, kop)),
                .. tabel.Rijen.Skip(1).SelectMany(rij => Gemengd(velden, rij)),
            ],
            _ => [],
        };

    private static IEnumerable<string> Los(Briefvelden velden, string tekst) =>
        Blokvorm.Velden(tekst).Where(v => velden.ZoekLijst(v) is not null).Select(Rij);

    private static string Rij(string veld) =>
        $"Het veld {{{veld}}} komt vaker voor. Zet het in een opsomming (een regel met - ervoor) of in een rij van een tabel.";

    private static IEnumerable<string> Gemengd(Briefvelden velden, IReadOnlyList<string> teksten)
    {
        string[] lijsten = [.. teksten.SelectMany(Blokvorm.Velden).Select(velden.ZoekLijst).OfType<Lijst>().Select(l => l.Naam).Distinct()];
        return lijsten.Length > 1 ? [$"Eén regel noemt velden van {string.Join(" en van ", lijsten)}. Zet die op aparte regels."] : [];
    }
}
