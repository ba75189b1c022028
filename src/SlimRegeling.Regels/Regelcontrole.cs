using System.Globalization;

namespace SlimRegeling.Regels;

/// <summary>What a schema cannot say: the file holds exactly the keys and codes that code reads, in the units that code expects,
/// every source is explained, and no term is moved that the Algemene termijnenwet leaves alone.</summary>
internal static class Regelcontrole
{
    public static List<string> Fouten(Regelversie versie) =>
        [
            .. Sleutels(versie),
            .. Eenheden(versie),
            .. Codes("eisen", versie.Eisen.Keys, Eiscode.Alle),
            .. Codes("gronden", versie.Gronden.Keys, Grondcode.Alle),
            .. Codes("documenten", versie.Documenten.Keys, Documentcode.Alle),
            .. Codes("posten", versie.Posten.Keys, Postcode.Alle),
            .. Codes("termijnen", versie.Termijnen.Keys, Termijncode.Alle),
            .. Codes("stappen", versie.Stappen.Keys, Stapcode.Alle),
            .. Bronnen(versie),
            .. LangeTermijnen(versie),
        ];

    private static IEnumerable<string> Sleutels(Regelversie versie) =>
        Codes(
            "parameters",
            versie.Parameters.Keys,
            [.. Parameters.Getallen.Select(s => s.Code), .. Parameters.Teksten.Select(s => s.Code)]
        );

    private static IEnumerable<string> Codes(string sectie, IEnumerable<string> inBestand, IEnumerable<string> inCode) =>
        [
            .. inBestand.Except(inCode).Select(c => $"/{sectie}/{c}: geen code leest deze regel; verwijder hem of gebruik hem"),
            .. inCode.Except(inBestand).Select(c => $"/{sectie}: de regel '{c}' ontbreekt"),
        ];

    private static IEnumerable<string> Eenheden(Regelversie versie)
    {
        foreach (var sleutel in Parameters.Getallen)
        {
            if (!versie.Parameters.TryGetValue(sleutel.Code, out var parameter))
                continue;
            if (parameter.Eenheid != sleutel.Eenheid)
                yield return $"/parameters/{sleutel.Code}/eenheid: verwacht '{sleutel.Eenheid}', gevonden '{parameter.Eenheid}'";
            if (!decimal.TryParse(parameter.Waarde, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
                yield return $"/parameters/{sleutel.Code}/waarde: '{parameter.Waarde}' is geen getal van nul of meer";
        }
        foreach (var sleutel in Parameters.Teksten)
            if (versie.Parameters.TryGetValue(sleutel.Code, out var parameter) && parameter.Eenheid != sleutel.Eenheid)
                yield return $"/parameters/{sleutel.Code}/eenheid: verwacht '{sleutel.Eenheid}', gevonden '{parameter.Eenheid}'";
        if (
            versie.Parameters.TryGetValue(Parameters.AfrondingVerlening.Code, out var afronding)
            && !Afronding.Keuzes.Contains(afronding.Waarde)
        )
            yield return $"/parameters/{afronding.Code}/waarde: kies uit {string.Join(", ", Afronding.Keuzes)}";
    }

    private static IEnumerable<string> Bronnen(Regelversie versie) =>
        versie
            .AlleRegels.Where(r => !versie.Bronnen.ContainsKey(r.Bron))
            .Select(r => $"{r.Code}: de bron '{r.Bron}' staat niet onder bronnen");

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
}
