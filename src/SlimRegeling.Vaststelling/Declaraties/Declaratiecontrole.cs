using System.Text.RegularExpressions;
using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>What must be right in a declaration: its form always, and all of it when it is sent.</summary>
internal static partial class Declaratiecontrole
{
    private const int MeesteRegels = 25_000;
    private const int LangsteTekst = 500;
    private const int LangsteToelichting = 10_000;

    /// <summary>What would make a line unfindable, or too much to keep.</summary>
    public static List<Fout> Vorm(Declaratie declaratie)
    {
        var fouten = new List<Fout>();
        if (declaratie.Regels.Count > MeesteRegels)
        {
            fouten.Add(new("regels", $"Geef ten hoogste {MeesteRegels} regels."));
            return fouten;
        }
        if (declaratie.Toelichting?.Length > LangsteToelichting)
        {
            fouten.Add(new("toelichting", $"Gebruik ten hoogste {LangsteToelichting} tekens."));
        }
        fouten.AddRange(Bijdragen.Vorm(declaratie));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < declaratie.Regels.Count; i++)
        {
            var regel = declaratie.Regels[i];
            if (!Id().IsMatch(regel.Id))
            {
                fouten.Add(new($"regels[{i}].id", "Gebruik 1 tot en met 20 kleine letters, cijfers en streepjes."));
            }
            else if (!ids.Add(regel.Id))
            {
                fouten.Add(new($"regels[{i}].id", $"Regel '{regel.Id}' staat er al. Geef elke regel een eigen id."));
            }
            foreach (var (veld, tekst) in Teksten(regel))
            {
                if (tekst?.Length > LangsteTekst)
                {
                    fouten.Add(new($"regels[{i}].{veld}", $"Gebruik ten hoogste {LangsteTekst} tekens."));
                }
            }
        }
        return fouten;
    }

    private static (string Veld, string? Tekst)[] Teksten(Kostenregel regel) =>
        [
            ("omschrijving", regel.Omschrijving),
            ("medewerker", regel.Medewerker),
            ("leverancier", regel.Leverancier),
            ("factuurnummer", regel.Factuurnummer),
        ];

    /// <summary>All of it, for the award that it accounts for.</summary>
    /// <param name="zonderGegevens">Of one from before each line had to have its wage, or who it was of and its document.</param>
    public static List<Fout> Volledig(Verantwoording verantwoording, Declaratie declaratie, Regelversie versie, bool zonderGegevens = false)
    {
        var fouten = Vorm(declaratie);
        if (declaratie.Regels.Count == 0)
        {
            fouten.Add(new("regels", "Geef ten minste één regel met kosten.", "4:45, tweede lid, Awb"));
        }
        var deelnames = verantwoording.Deelnames;
        var bekend = verantwoording.Documenten.Select(d => d.Document).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < declaratie.Regels.Count; i++)
        {
            var regel = declaratie.Regels[i];
            fouten.AddRange(
                Regel(verantwoording.Opening!, deelnames, regel, versie, zonderGegevens)
                    .Concat(Documenten(bekend, "documenten", regel.Documenten ?? []))
                    .Select(fout => fout with { Veld = $"regels[{i}].{fout.Veld}" })
            );
        }
        var verslagen = declaratie.Verslagen ?? [];
        for (var i = 0; i < verslagen.Count; i++)
        {
            fouten.AddRange(Documenten(bekend, $"verslagen[{i}].documenten", verslagen[i].Documenten));
        }
        fouten.AddRange(Bijdragen.Volledig(declaratie, deelnames, versie));
        fouten.AddRange(Bewijzen(verantwoording, declaratie, versie));
        fouten.AddRange(Begrotingsposten.Fouten(verantwoording, declaratie, versie));
        return fouten;
    }

    private static IEnumerable<Fout> Regel(
        Opengesteld opening,
        IReadOnlyDictionary<string, Deelname> deelnames,
        Kostenregel regel,
        Regelversie versie,
        bool zonderGegevens
    )
    {
        if (!opening.Activiteiten.Contains(regel.Activiteit))
        {
            yield return new(
                "activiteit",
                $"Voor '{regel.Activiteit}' is geen subsidie verleend. Kies uit {string.Join(", ", opening.Activiteiten)}."
            );
        }
        foreach (var fout in Declaratiepartij.Fouten(deelnames, regel, versie))
        {
            yield return fout;
        }
        IEnumerable<Fout> fouten = regel.Soort switch
        {
            Kostensoort.Uren => Uren(regel, versie, zonderGegevens),
            Kostensoort.Factuur => Factuur(regel, versie),
            Kostensoort.Traject => Traject(regel, versie, zonderGegevens),
            Kostensoort.Praktijkleerplaats => Praktijkleerplaats(regel, versie, zonderGegevens),
            _ => [new Fout("soort", $"Kies uit {string.Join(", ", Kostensoort.Alle)}.")],
        };
        foreach (var fout in fouten)
        {
            yield return fout;
        }
    }

    private static IEnumerable<Fout> Uren(Kostenregel regel, Regelversie versie, bool zonderGegevens)
    {
        foreach (var fout in MetKosten(regel, versie))
        {
            yield return fout;
        }
        if (string.IsNullOrWhiteSpace(regel.Medewerker))
        {
            yield return new("medewerker", "Schrijf wie de uren maakte: een naam of een personeelsnummer.");
        }
        if (regel.Week is not { } week || week.DayOfWeek != IsoDayOfWeek.Monday)
        {
            yield return new("week", "Geef de maandag van de week waarin de uren zijn gemaakt.");
        }
        if (regel.Uren is not > 0m)
        {
            yield return new("uren", "Geef het aantal uren.");
        }
        if (regel.Uurtarief is not > 0m)
        {
            yield return new("uurtarief", "Geef wat een uur kost.", versie.Post(Postcode.Loon).Artikel);
        }
        if (!zonderGegevens && !regel.Adviseur && regel.Brutojaarloon is not > 0m)
        {
            yield return new(
                "brutojaarloon",
                "Geef het brutojaarloon van wie de uren maakte, van een voltijds jaar en zonder vakantiegeld. Daaruit volgt het hoogste uurtarief.",
                versie.Post(Postcode.Loon).Artikel
            );
        }
    }

    private static IEnumerable<Fout> Factuur(Kostenregel regel, Regelversie versie)
    {
        foreach (var fout in MetKosten(regel, versie))
        {
            yield return fout;
        }
        if (string.IsNullOrWhiteSpace(regel.Leverancier))
        {
            yield return new("leverancier", "Schrijf van wie de factuur is.");
        }
        if (regel.Bedrag is { } bedrag ? bedrag <= 0m : regel is not { Uren: > 0m, Uurtarief: > 0m })
        {
            yield return new("bedrag", "Geef het bedrag zonder btw.");
        }
        if (regel.Adviseur && regel is not { Uren: > 0m, Uurtarief: > 0m })
        {
            yield return new("uren", "Geef de uren en het uurtarief van de adviseur.", versie.Post(Postcode.Adviseur).Artikel);
        }
    }

    private static IEnumerable<Fout> MetKosten(Kostenregel regel, Regelversie versie)
    {
        if (!Vaststellingsberekening.HeeftKosten(versie, regel.Activiteit))
        {
            yield return new(
                "soort",
                $"Activiteit {regel.Activiteit} heeft een vast bedrag. Geef de trajecten of plaatsen, niet de kosten."
            );
        }
    }

    private static IEnumerable<Fout> Documenten(HashSet<string> bekend, string veld, IReadOnlyList<string> documenten) =>
        documenten
            .Select((document, i) => (document, i))
            .Where(d => !bekend.Contains(d.document))
            .Select(d => new Fout(
                $"{veld}[{d.i}]",
                $"Document '{d.document}' hoort niet bij deze zaak of is nog niet verwerkt. Dien het eerst in en probeer het daarna opnieuw."
            ));

    private static IEnumerable<Fout> Bewijzen(Verantwoording verantwoording, Declaratie declaratie, Regelversie versie)
    {
        var gegeven = Gegeven(declaratie);
        return Gevraagd(verantwoording, declaratie, versie)
            .Where(b => !gegeven.Contains(b.Code))
            .Select(b => new Fout("verslagen", $"Stuur mee: {b.Titel} ({b.Code}).", b.Artikel));
    }

    /// <summary>What the award asks for, of the activities that something is declared of.</summary>
    internal static IEnumerable<Bewijs> Gevraagd(Verantwoording verantwoording, Declaratie declaratie, Regelversie versie) =>
        Verantwoordingswijze
            .Bewijs(
                versie,
                verantwoording.Aanvragertype,
                verantwoording.Toegekend,
                [.. declaratie.Regels.Select(r => r.Activiteit).Distinct()]
            )
            .Where(b => Nodig(b.Code, declaratie));

    /// <summary>The codes of what was sent of that.</summary>
    internal static HashSet<string> Gegeven(Declaratie declaratie) =>
        (declaratie.Verslagen ?? []).Where(v => v.Documenten.Count > 0).Select(v => v.Code).ToHashSet(StringComparer.Ordinal);

    // The administration of hours and that of invoices go with lines of that kind only.
    private static bool Nodig(string code, Declaratie declaratie) =>
        code switch
        {
            "urenregistratie" => declaratie.Regels.Any(r => r.Soort == Kostensoort.Uren),
            "facturen-en-betaalbewijzen" => declaratie.Regels.Any(r => r.Soort == Kostensoort.Factuur),
            _ => true,
        };

    [GeneratedRegex(@"^[a-z0-9-]{1,20}\z")]
    private static partial Regex Id();
}
