using System.Globalization;
using System.Text.Json.Nodes;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Project;

/// <summary>The kinds of lines of a declaration: how each is called, and the form in which one is written.</summary>
public static class Kostensoorten
{
    public const string Uren = "uren";
    public const string Factuur = "factuur";
    public const string Traject = "traject";
    public const string Praktijkleerplaats = "praktijkleerplaats";

    /// <summary>In Dutch.</summary>
    public static string Titel(string? soort) =>
        soort switch
        {
            Uren => "Eigen uren",
            Factuur => "Factuur",
            Traject => "Loopbaantraject",
            Praktijkleerplaats => "Praktijkleerplaats",
            _ => "Regel",
        };

    /// <summary>In Dutch, the document without which a line of this kind cannot be told from another; null when it needs none of its own.</summary>
    public static string? Stuk(string soort) =>
        soort switch
        {
            Traject => "Voeg de prestatieverklaring toe, getekend door de adviseur en de deelnemer.",
            Praktijkleerplaats => "Voeg de overeenkomst van de praktijkleerplaats toe.",
            _ => null,
        };

    /// <param name="stand">Which activities and parties there are.</param>
    public static Veld Formulier(string soort, Declaratiestand stand, Teksten t) =>
        new("", Veldsoort.Groep, "")
        {
            Velden = [.. Waarvoor(stand, t), .. Velden(soort, t), Tekst("omschrijving", t["Wat is er gedaan?"], verplicht: false)],
        };

    /// <summary>Says of a line in a few words what it is.</summary>
    public static string Onderwerp(JsonObject regel, Teksten t)
    {
        string?[] delen = (string?)regel["soort"] switch
        {
            Uren =>
            [
                (string?)regel["medewerker"],
                Dag(regel["week"]) is { } week ? t["week van {0}", t.Dag(week)] : null,
                Aantal(regel["uren"], t["{0} uur"]),
            ],
            Factuur =>
            [
                (string?)regel["leverancier"],
                (string?)regel["factuurnummer"],
                Dag(regel["factuurdatum"]) is { } op ? t.Dag(op) : null,
            ],
            Traject => [(string?)regel["medewerker"], Dag(regel["afgerondOp"]) is { } af ? t["afgerond op {0}", t.Dag(af)] : null],
            _ => [(string?)regel["medewerker"], Aantal(regel["weken"], t["{0} weken"])],
        };
        return string.Join(", ", delen.Append((string?)regel["omschrijving"]).Where(d => !string.IsNullOrWhiteSpace(d)));
    }

    /// <summary>Whatever day of a week someone writes, that is the week they mean; the API has its Monday.</summary>
    public static void NaarMaandag(JsonObject regel)
    {
        if (Dag(regel["week"]) is { } dag)
        {
            var terug = ((int)dag.DayOfWeek + 6) % 7;
            regel["week"] = dag.AddDays(-terug).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
    }

    private static IEnumerable<Veld> Waarvoor(Declaratiestand stand, Teksten t)
    {
        yield return new("activiteit", Veldsoort.Keuze, t["Voor welke activiteit?"])
        {
            Verplicht = true,
            Keuzes = [.. stand.Activiteiten.Select(a => new Keuze(a.Soort, t["Activiteit {0}", a.Soort]))],
        };
        if (stand.Partijen.Count > 0)
        {
            yield return new("partij", Veldsoort.Keuze, t["Welke partij maakte dit?"])
            {
                Verplicht = true,
                Keuzes = [.. stand.Partijen.Select(p => new Keuze(p.KvkNummer, $"KVK {p.KvkNummer}"))],
            };
        }
    }

    private static IEnumerable<Veld> Velden(string soort, Teksten t) =>
        soort switch
        {
            Uren =>
            [
                Tekst(
                    "medewerker",
                    t["Wie maakte de uren?"],
                    t["Een naam of een personeelsnummer. Schrijf dezelfde persoon steeds hetzelfde."]
                ),
                new("week", Veldsoort.Datum, t["In welke week?"])
                {
                    Verplicht = true,
                    Uitleg = t["Schrijf een dag van die week, zoals 3-3-2025. De uren van één week staan in één regel."],
                },
                new("uren", Veldsoort.Getal, t["Hoeveel uren in die week?"]) { Verplicht = true },
                new("uurtarief", Veldsoort.Bedrag, t["Wat kost een uur?"]) { Verplicht = true },
                new("brutojaarloon", Veldsoort.Bedrag, t["Wat is het brutojaarloon?"])
                {
                    Verplicht = true,
                    Uitleg = t[
                        "Van een voltijds jaar, met een vaste dertiende maand, zonder vakantiegeld en ander loon. Daaruit volgt wat een uur ten hoogste mag kosten."
                    ],
                },
                new("eigenaar", Veldsoort.JaNee, t["Is dit de eigenaar?"])
                {
                    Uitleg = t["Het gebruikelijk loon van een eigenaar telt zonder de opslag voor werkgeverslasten."],
                },
            ],
            Factuur =>
            [
                Tekst("leverancier", t["Van wie is de factuur?"]),
                Tekst("factuurnummer", t["Nummer van de factuur"], verplicht: false),
                new("factuurdatum", Veldsoort.Datum, t["Datum van de factuur"]) { Verplicht = true },
                new("betaaldatum", Veldsoort.Datum, t["Wanneer hebt u betaald?"])
                {
                    Uitleg = t["Zonder betaling en bewijs daarvan telt de factuur niet mee."],
                },
                new("adviseur", Veldsoort.JaNee, t["Zijn dit uren van een externe adviseur?"]) { Verplicht = true },
                new("uren", Veldsoort.Getal, t["Uren van de adviseur"]),
                new("uurtarief", Veldsoort.Bedrag, t["Uurtarief van de adviseur"]),
                new("bedrag", Veldsoort.Bedrag, t["Bedrag zonder btw"]) { Uitleg = t["Laat dit leeg als u uren en een uurtarief invult."] },
                new("btw", Veldsoort.Bedrag, t["Btw op de factuur"]),
            ],
            Traject =>
            [
                Tekst(
                    "medewerker",
                    t["Wie volgde het traject?"],
                    t["Een naam of een personeelsnummer. Schrijf dezelfde persoon steeds hetzelfde."]
                ),
                new("afgerondOp", Veldsoort.Datum, t["Wanneer was het traject afgerond?"]) { Verplicht = true },
            ],
            _ =>
            [
                Tekst(
                    "medewerker",
                    t["Wie gebruikte de plaats?"],
                    t["Een naam of een personeelsnummer. Schrijf dezelfde persoon steeds hetzelfde."]
                ),
                new("weken", Veldsoort.Getal, t["Hoeveel weken is de plaats gebruikt?"]) { Verplicht = true },
                new("afgerondOp", Veldsoort.Datum, t["Wanneer was dit afgerond?"]),
            ],
        };

    private static Veld Tekst(string naam, string titel, string? uitleg = null, bool verplicht = true) =>
        new(naam, Veldsoort.Tekst, titel) { Uitleg = uitleg, Verplicht = verplicht };

    private static DateOnly? Dag(JsonNode? waarde) =>
        DateOnly.TryParseExact(waarde?.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag)
            ? dag
            : null;

    private static string? Aantal(JsonNode? waarde, string vorm) =>
        decimal.TryParse(waarde?.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var aantal)
            ? string.Format(CultureInfo.InvariantCulture, vorm, Weergave.Aantal(aantal))
            : null;
}
