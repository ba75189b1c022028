using System.Text.RegularExpressions;

namespace SlimRegeling.Regels;

/// <summary>What a schema cannot say: the version holds exactly the keys and codes that code reads, in the units and choices that code
/// expects, articles follow its numbering, every source is explained, no term is moved that the Algemene termijnenwet leaves alone, and
/// what is told to differ from the version before does.</summary>
internal static partial class Regelcontrole
{
    public static List<string> Fouten(Regelversie versie) =>
        [
            .. Codes(
                "parameters",
                versie.Parameters.Keys,
                [.. Parameters.Alle.Select(s => s.Code)],
                [.. Parameters.Alle.Where(s => s.Optioneel).Select(s => s.Code)]
            ),
            .. Parameters.Alle.SelectMany(sleutel => Waarden(versie, sleutel)),
            .. Codes("eisen", versie.Eisen.Keys, Eiscode.Alle, Eiscode.Optioneel),
            .. Codes("gronden", versie.Gronden.Keys, Grondcode.Alle, Grondcode.Optioneel),
            .. Codes("documenten", versie.Documenten.Keys, Documentcode.Alle, []),
            .. Codes("posten", versie.Posten.Keys, Postcode.Alle, Postcode.Optioneel),
            .. Codes("termijnen", versie.Termijnen.Keys, Termijncode.Alle, Termijncode.Optioneel),
            .. Codes("verantwoording", versie.Verantwoording.Keys, Bewijscode.Alle, Bewijscode.Optioneel),
            .. Codes("intrekkingsgronden", versie.Intrekkingsgronden.Keys, Intrekkingsgrondcode.Alle, []),
            .. Codes("bepalingen", versie.Bepalingen.Keys, Bepalingcode.Alle, Bepalingcode.Optioneel),
            .. Codes("stappen", versie.Stappen.Keys, Stapcode.Alle, []),
            .. Activiteiten(versie),
            .. Aanvragertypen(versie),
            .. Bronnen(versie),
            .. Artikelen(versie),
            .. Weigeringen(versie),
            .. LangeTermijnen(versie),
        ];

    /// <summary>What is wrong beside the version before.</summary>
    public static List<string> Opvolging(Regelversie vorige, Regelversie versie) =>
        [
            .. vorige.Vanaf < versie.Vanaf
                ? (string[])[]
                : [$"/vanaf: deze dag moet na die van {vorige.Id} liggen ({vorige.Vanaf:uuuu-MM-dd})"],
            .. Regelverschil.Fouten(vorige, versie),
        ];

    private static IEnumerable<string> Codes(
        string sectie,
        IEnumerable<string> inBestand,
        IReadOnlyList<string> inCode,
        IReadOnlyList<string> optioneel
    ) =>
        [
            .. inBestand.Except(inCode).Select(c => $"/{sectie}/{c}: geen code leest deze regel; verwijder hem of gebruik hem"),
            .. inCode.Except(optioneel).Except(inBestand).Select(c => $"/{sectie}: de regel '{c}' ontbreekt"),
        ];

    private static IEnumerable<string> Waarden(Regelversie versie, Sleutel sleutel)
    {
        if (!versie.Parameters.TryGetValue(sleutel.Code, out var parameter))
            yield break;
        var plaats = $"/parameters/{sleutel.Code}";
        if (parameter.Eenheid != sleutel.Eenheid)
            yield return $"{plaats}/eenheid: verwacht '{sleutel.Eenheid}', gevonden '{parameter.Eenheid}'";
        IReadOnlyList<string>? waarden = sleutel.Gedateerd
            ? Gedateerd.Lees(parameter.Waarde)?.Select(w => w.Waarde).ToList()
            : [parameter.Waarde];
        if (waarden is null)
            yield return $"{plaats}/waarden: geef per dag een waarde, in de volgorde van de dagen (2024-01-01: 300000.00; …)";
        foreach (var waarde in waarden ?? [])
            if (sleutel.Fout(waarde) is { } fout)
                yield return $"{plaats}/waarde: {fout}";
    }

    private static IEnumerable<string> Activiteiten(Regelversie versie) =>
        versie
            .Eisen.Values.Where(e => (e.Code == Eiscode.Activiteitsoort) != (e.Activiteiten.Count > 0))
            .Select(e =>
                $"/eisen/{e.Code}/activiteiten: alleen de eis '{Eiscode.Activiteitsoort}' noemt activiteiten, en die moet dat doen"
            );

    private static IEnumerable<string> Aanvragertypen(Regelversie versie) =>
        versie
            .AlleRegels.OfType<RegelVoorTypen>()
            .SelectMany(r =>
                r.Aanvragertypen.Except(versie.Aanvragertypen)
                    .Select(type => $"/{r.Sectie}/{r.Code}/aanvragertypen: een {type} kan in deze versie niet aanvragen")
            );

    private static IEnumerable<string> Bronnen(Regelversie versie) =>
        versie
            .AlleRegels.Where(r => !versie.Bronnen.ContainsKey(r.Bron))
            .Select(r => $"/{r.Sectie}/{r.Code}/bron: de bron '{r.Bron}' staat niet onder bronnen");

    /// <summary>An article of another law is followed by its name; all others are of the SLIM-regeling.</summary>
    private static IEnumerable<string> Artikelen(Regelversie versie)
    {
        foreach (var regel in versie.AlleRegels)
        {
            var plaats = $"/{regel.Sectie}/{regel.Code}";
            if (!InNummering(regel.Artikel, versie.Nummering))
                yield return $"{plaats}/artikel: '{regel.Artikel}' is geen nummer uit de tekst die deze versie volgt";
            if (versie.Nummering == Nummering.Oud ? regel.ArtikelOud is not null : regel.ArtikelNieuw is not null)
                yield return $"{plaats}: het artikel in de eigen nummering staat in 'artikel'; geef alleen dat van de andere nummering apart";
            if (regel.ArtikelOud is { } oud && !InNummering(oud, Nummering.Oud))
                yield return $"{plaats}/artikelOud: '{oud}' is geen nummer van voor 28 februari 2025";
            if (regel.ArtikelNieuw is { } nieuw && !InNummering(nieuw, Nummering.Nieuw))
                yield return $"{plaats}/artikelNieuw: '{nieuw}' is geen nummer van na 28 februari 2025";
        }
    }

    private static bool InNummering(string artikel, Nummering nummering) =>
        AndereWet().IsMatch(artikel) || (nummering == Nummering.Oud ? Oud() : Nieuw()).IsMatch(artikel);

    private static IEnumerable<string> Weigeringen(Regelversie versie)
    {
        var weigering = versie.Nummering == Nummering.Oud ? "10" : "2.12";
        return versie
            .Gronden.Values.Where(g => g.Code != Grondcode.AlgemeneWeigering)
            .Where(g => !g.Artikel.StartsWith($"{weigering}, onderdeel ", StringComparison.Ordinal))
            .Select(g => $"/gronden/{g.Code}/artikel: '{g.Artikel}' is geen onderdeel van artikel {weigering} (weigeringsgronden)");
    }

    /// <summary>Algemene termijnenwet, article 4: not for terms over ninety days, twelve weeks or three months.</summary>
    private static IEnumerable<string> LangeTermijnen(Regelversie versie) =>
        versie
            .Termijnen.Values.Where(t => t.AlgemeneTermijnenwet)
            .Where(t =>
                t.Lengte
                > t.Eenheid switch
                {
                    "dagen" => 90,
                    "weken" => 12,
                    _ => 3,
                }
            )
            .Select(t => $"/termijnen/{t.Code}: de Algemene termijnenwet geldt niet voor een termijn van deze lengte (artikel 4)");

    [GeneratedRegex("(Awb|Kaderregeling|wet|Comptabiliteitswet 2016|Verordening .+)$")]
    private static partial Regex AndereWet();

    [GeneratedRegex("^[0-9]{1,2}[a-z]?($|[ ,])")]
    private static partial Regex Oud();

    [GeneratedRegex("^[1-4][.][0-9]{1,2}($|[ ,])")]
    private static partial Regex Nieuw();
}
