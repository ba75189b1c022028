using System.Text.Json.Nodes;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Project;

/// <summary>The changes of an award that a recipient can ask for: how each is called, and the form of it.</summary>
public static class Wijzigingsvormen
{
    public const string Plan = "plan";
    public const string Begroting = "begroting";
    public const string Uitstel = "uitstel";
    public const string Uit = "partij-treedt-uit";
    public const string Toe = "partij-treedt-toe";

    private const string Reden = "reden";
    private const string Partij = "partij";
    private const string Aandeel = "aandeel-";
    private const string Deel = "deel-";
    private const string NieuwDeel = "nieuwDeel";

    /// <summary>In Dutch.</summary>
    public static string Titel(string soort) =>
        soort switch
        {
            Plan => "Een ander plan",
            Begroting => "Een andere begroting",
            Uitstel => "Meer tijd",
            Uit => "Een partij gaat weg",
            Toe => "Een partij komt erbij",
            _ => "Een wijziging",
        };

    /// <summary>Which can be asked of this award: parties come and go in a partnership only.</summary>
    public static IReadOnlyList<string> Van(Verleendbesluit? besluit) =>
        besluit?.Partijen.Count > 0 ? [Plan, Begroting, Uitstel, Uit, Toe] : [Plan, Begroting, Uitstel];

    public static Veld Formulier(string soort, Verleendbesluit? besluit, Wijzigingenbeeld beeld, Teksten t) =>
        new("", Veldsoort.Groep, "") { Velden = [.. Velden(soort, besluit, beeld, t), Waarom(t)] };

    /// <summary>For the API.</summary>
    /// <param name="json">The form as it was filled in.</param>
    public static JsonObject Verzoek(
        string soort,
        JsonObject json,
        Verleendbesluit? besluit,
        Wijzigingenbeeld? beeld,
        IEnumerable<string> documenten
    )
    {
        var verzoek = new JsonObject
        {
            ["soort"] = soort,
            [Reden] = (string?)json[Reden] ?? "",
            ["documenten"] = new JsonArray([.. documenten.Select(d => JsonValue.Create(d))]),
        };
        foreach (var naam in (string[])["nieuwEinde", Partij])
        {
            if ((string?)json[naam] is { } waarde)
            {
                verzoek[naam] = waarde;
            }
        }
        if (Delen(json, Aandeel, "soort") is { Count: > 0 } activiteiten)
        {
            verzoek["activiteiten"] = activiteiten;
        }
        if (soort == Begroting && Begrotingsvelden.Posten(json, beeld) is { } posten)
        {
            verzoek["posten"] = posten;
        }
        var verdeling = Delen(json, Deel, "kvkNummer", soort == Uit ? (string?)json[Partij] : null);
        if (soort == Toe && (string?)json[Partij] is { } nieuw && (string?)json[NieuwDeel] is { } bedrag)
        {
            verdeling.Add(new JsonObject { ["kvkNummer"] = nieuw, ["bedrag"] = bedrag });
        }
        if (besluit is not null && (soort is Uit or Toe || (soort == Begroting && verdeling.Count > 0)))
        {
            verzoek["verdeling"] = verdeling;
        }
        return verzoek;
    }

    /// <summary>Where the form has what the API calls by this name.</summary>
    public static string Plaats(string veld, Veld formulier) =>
        veld switch
        {
            "activiteiten" => Eerste(formulier, Aandeel) ?? veld,
            "posten" => Eerste(formulier, Begrotingsvelden.Begin) ?? veld,
            "verdeling" or "bedrag" => Eerste(formulier, Deel) ?? Eerste(formulier, Aandeel) ?? veld,
            _ => veld,
        };

    private static JsonArray Delen(JsonObject json, string begin, string naam, string? zonder = null) =>
        new([
            .. json.Where(v => v.Key.StartsWith(begin, StringComparison.Ordinal) && v.Key[begin.Length..] != zonder)
                .Select(v => new JsonObject { [naam] = v.Key[begin.Length..], ["bedrag"] = (string?)v.Value }),
        ]);

    private static Veld Waarom(Teksten t) =>
        new(Reden, Veldsoort.Alinea, t["Waarom vraagt u dit?"])
        {
            Verplicht = true,
            Uitleg = t["Schrijf ook sinds wanneer u dit weet. Ten hoogste 4000 tekens."],
        };

    private static IEnumerable<Veld> Velden(string soort, Verleendbesluit? besluit, Wijzigingenbeeld beeld, Teksten t) =>
        soort switch
        {
            Uitstel =>
            [
                new("nieuwEinde", Veldsoort.Datum, t["Tot en met welke dag wilt u de periode verlengen?"])
                {
                    Verplicht = true,
                    Uitleg = t[
                        "De periode loopt tot en met {0}. Verlengen kan tot en met {1}.",
                        t.Dag(beeld.PeriodeTot),
                        t.Dag(beeld.UitersteEinde)
                    ],
                },
            ],
            Begroting =>
            [
                .. (besluit?.Activiteiten ?? []).Select(a => new Veld(
                    Aandeel + a,
                    Veldsoort.Bedrag,
                    t["Nieuw deel van de subsidie voor activiteit {0}", a]
                )
                {
                    Uitleg = Weegt(a, beeld, t),
                }),
                .. Begrotingsvelden.Van(beeld, t),
                .. Verdeling(besluit, t, magLeeg: true),
            ],
            Uit =>
            [
                new(Partij, Veldsoort.Keuze, t["Welke partij gaat weg?"])
                {
                    Verplicht = true,
                    Keuzes = [.. (besluit?.Partijen ?? []).Select(p => new Keuze(p.KvkNummer, $"KVK {p.KvkNummer}"))],
                },
                .. Verdeling(besluit, t),
            ],
            Toe =>
            [
                new(Partij, Veldsoort.Tekst, t["KVK-nummer van de partij die erbij komt"]) { Verplicht = true },
                new(NieuwDeel, Veldsoort.Bedrag, t["Wat krijgt die partij van de subsidie?"]) { Verplicht = true },
                .. Verdeling(besluit, t),
            ],
            _ => [],
        };

    /// <summary>What an activity weighs now, and what all of them must come to again.</summary>
    private static string Weegt(string activiteit, Wijzigingenbeeld beeld, Teksten t) =>
        beeld.Aandelen?.FirstOrDefault(d => d.Code == activiteit) is { } nu
            ? t[
                "Nu {0}. Samen blijft het {1}. Schuift u alleen binnen een activiteit, laat deze bedragen dan leeg.",
                Weergave.Bedrag(nu.Bedrag),
                Weergave.Bedrag(beeld.Aandelen.Sum(d => d.Bedrag))
            ]
            : t["Samen blijft het gelijk. Schuift u alleen binnen een activiteit, laat deze bedragen dan leeg."];

    /// <summary>What each party has now, and what all of them must come to again.</summary>
    /// <param name="magLeeg">Whether nothing needs to shift between them.</param>
    private static IEnumerable<Veld> Verdeling(Verleendbesluit? besluit, Teksten t, bool magLeeg = false) =>
        (besluit?.Partijen ?? []).Select(p => new Veld(Deel + p.KvkNummer, Veldsoort.Bedrag, t["Nieuw deel van KVK {0}", p.KvkNummer])
        {
            Uitleg = magLeeg
                ? t[
                    "Nu {0}. Samen blijft het {1}. Verschuift er niets tussen de partijen, laat deze bedragen dan leeg.",
                    Weergave.Bedrag(p.Bedrag),
                    Weergave.Bedrag(besluit!.Bedrag)
                ]
                : t["Nu {0}. Samen blijft het {1}.", Weergave.Bedrag(p.Bedrag), Weergave.Bedrag(besluit!.Bedrag)],
        });

    private static string? Eerste(Veld formulier, string begin) =>
        formulier.Velden.FirstOrDefault(v => v.Naam.StartsWith(begin, StringComparison.Ordinal))?.Naam;
}
