using System.Text.Json;
using System.Text.RegularExpressions;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen.Aanvraagformulieren;

/// <summary>Looks at what was filled in as its field says it must be. Every field at once, in the order of the form.</summary>
internal static class Veldcontrole
{
    private const string Negatief = "Een bedrag kan hier niet negatief zijn.";

    /// <param name="inhoud">What is served as JSON: the form, or a part of it.</param>
    /// <param name="pad">Where it stands: <c>activiteiten[0]</c>; empty for the form itself.</param>
    public static IEnumerable<Fout> Fouten(Veld veld, object? inhoud, string pad, Let let) =>
        inhoud is null ? [] : Fouten(veld, JsonSerializer.SerializeToElement(inhoud, Platform.Stromen.Json.Opties), pad, let);

    private static IEnumerable<Fout> Fouten(Veld veld, JsonElement waarde, string pad, Let let) =>
        veld switch
        {
            Groepveld groep => Groep(groep, waarde, pad, let),
            Lijstveld lijst => Lijst(lijst, waarde, pad, let),
            Tekstveld tekst => Tekst(tekst, waarde.GetString()!, let) is { } uitleg ? [Fout(veld, pad, uitleg)] : [],
            Keuzeveld keuze => Keuze(keuze, waarde.GetString()!, let) is { } uitleg ? [Fout(veld, pad, uitleg)] : [],
            Bedragveld => let.HasFlag(Let.Waarden) && BedragConverter.Lees(waarde.GetString()!) < 0m ? [Fout(veld, pad, Negatief)] : [],
            Aantalveld aantal => Aantal(aantal, waarde.GetDecimal(), pad, let) is { } fout ? [fout] : [],
            Stuksveld stuks => let.HasFlag(Let.Waarden) && (waarde.GetDecimal() < 0 || waarde.GetDecimal() > stuks.Hoogste)
                ? [Fout(veld, pad, $"Vul een aantal van 0 tot en met {stuks.Hoogste} in.")]
                : [],
            JaNeeveld { Moet: true, Verplicht: { } uitleg } => let.HasFlag(Let.Verplicht) && waarde.ValueKind != JsonValueKind.True
                ? [Fout(veld, pad, uitleg)]
                : [],
            _ => [],
        };

    private static IEnumerable<Fout> Groep(Groepveld groep, JsonElement waarde, string pad, Let let)
    {
        foreach (var niet in groep.Niet.Where(n => let.HasFlag(n.Bij) && Staat(waarde, n.Veld, gevuld: true)))
        {
            yield return new Fout(Pad(pad, niet.Veld), niet.Uitleg, Artikel(niet.Artikel));
        }
        var geldig = groep.Voorwaarden.Where(v => v.Als.Geldt(waarde)).ToList();
        foreach (var veld in groep.Velden)
        {
            var hier = Pad(pad, veld.Naam);
            var fouten = (
                Staat(waarde, veld.Naam) ? Fouten(veld, waarde.GetProperty(veld.Naam), hier, let) : Afwezig(veld, hier, let)
            ).ToList();
            foreach (var fout in fouten.Count > 0 ? fouten : Bijzonder(geldig, veld.Naam, waarde, hier, let))
            {
                yield return fout;
            }
        }
    }

    private static IEnumerable<Fout> Afwezig(Veld veld, string pad, Let let) =>
        !let.HasFlag(Let.Verplicht) ? []
        : veld is Groepveld { PerOnderdeel: true } groep ? groep.Velden.SelectMany(v => Afwezig(v, Pad(pad, v.Naam), let))
        : veld.Verplicht is { } uitleg ? [Fout(veld, pad, uitleg)]
        : [];

    private static IEnumerable<Fout> Bijzonder(List<Voorwaarde> geldig, string naam, JsonElement groep, string pad, Let let) =>
        geldig
            .SelectMany(v => v.Nodig)
            .Where(n => n.Veld == naam && let.HasFlag(n.Bij) && !Staat(groep, naam, n.Gevuld))
            .Select(n => new Fout(pad, n.Uitleg, Artikel(n.Artikel)))
            .Concat(
                geldig
                    .SelectMany(v => v.Vervalt)
                    .Where(v => v.Veld == naam && let.HasFlag(v.Bij) && Staat(groep, naam, gevuld: true))
                    .Select(v => new Fout(pad, v.Uitleg, Artikel(v.Artikel)))
            )
            .Take(1);

    private static IEnumerable<Fout> Lijst(Lijstveld lijst, JsonElement waarde, string pad, Let let)
    {
        var aantal = waarde.GetArrayLength();
        if (aantal > lijst.Meeste)
        {
            return let.HasFlag(Let.Waarden) ? [Fout(lijst, pad, lijst.TeVeel)] : [];
        }
        if (aantal == 0)
        {
            return let.HasFlag(Let.Waarden) && lijst.NietLeeg is { } leeg ? [Fout(lijst, pad, leeg)] : Afwezig(lijst, pad, let);
        }
        return waarde.EnumerateArray().SelectMany((element, i) => Fouten(lijst.Element, element, $"{pad}[{i}]", let));
    }

    private static string? Tekst(Tekstveld veld, string tekst, Let let)
    {
        if (veld.NietLeeg && string.IsNullOrWhiteSpace(tekst))
        {
            return let.HasFlag(Let.Verplicht) ? veld.Verplicht ?? Veld.Ontbreekt : null;
        }
        if (let.HasFlag(Let.Waarden) && tekst.Length > veld.Langste && tekst.EnumerateRunes().Count() > veld.Langste)
        {
            return $"Gebruik ten hoogste {veld.Langste} tekens.";
        }
        if (!let.HasFlag(veld.VormBij))
        {
            return null;
        }
        return veld.Patroon is { } patroon && !Regex.IsMatch(tekst, $@"\A(?:{patroon})\z", RegexOptions.None, TimeSpan.FromSeconds(1))
            ? veld.Vorm
            : veld.Ook?.Invoke(tekst);
    }

    private static string? Keuze(Keuzeveld veld, string waarde, Let let) =>
        veld.Keuzes.Any(k => k.Waarde == waarde) ? null
        : veld.Elders.TryGetValue(waarde, out var elders) ? (let.HasFlag(Let.Tijdvak) ? elders : null)
        : let.HasFlag(Let.Waarden) ? Gegevenscontrole.Kies([.. veld.Keuzes.Select(k => k.Waarde)])
        : null;

    private static Fout? Aantal(Aantalveld veld, decimal waarde, string pad, Let let) =>
        let.HasFlag(Let.Waarden) && waarde > veld.Hoogste ? Fout(veld, pad, $"Schrijf een getal van 0 tot en met {veld.Hoogste:0}.")
        : let.HasFlag(Let.Tijdvak) && waarde >= veld.Onder ? new Fout(pad, veld.TeHoog!, Artikel(veld.TeHoogArtikel))
        : null;

    /// <param name="gevuld">Zero, no, an empty list and white space are nothing.</param>
    private static bool Staat(JsonElement groep, string naam, bool gevuld = false) =>
        groep.TryGetProperty(naam, out var waarde)
        && waarde.ValueKind switch
        {
            JsonValueKind.Null => false,
            JsonValueKind.False => !gevuld,
            JsonValueKind.Array => !gevuld || waarde.GetArrayLength() > 0,
            JsonValueKind.Number => !gevuld || waarde.GetDecimal() != 0m,
            JsonValueKind.String => !gevuld
                || (waarde.GetString() is { } tekst && tekst.Trim().Length > 0 && BedragConverter.Lees(tekst) != 0m),
            _ => true,
        };

    private static string Pad(string pad, string naam) => pad.Length == 0 ? naam : $"{pad}.{naam}";

    private static Fout Fout(Veld veld, string pad, string uitleg) => new(pad, uitleg, Artikel(veld.Artikel));

    internal static string? Artikel(string? artikel) => artikel is null ? null : $"artikel {artikel}";
}
