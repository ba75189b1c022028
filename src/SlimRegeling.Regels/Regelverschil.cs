namespace SlimRegeling.Regels;

public enum Verschilsoort
{
    Gewijzigd,
    Nieuw,
    Vervallen,
}

/// <summary>A difference from the version before as the file tells it.</summary>
/// <param name="Regel">Section and code, "parameters/percentage-klein"; or "aanvragertypen".</param>
/// <param name="Toelichting">One Dutch sentence.</param>
public sealed record VerteldVerschil(string Regel, Verschilsoort Wat, string Toelichting);

/// <summary>A rule that differs in substance between two versions.</summary>
/// <param name="Van">What the first version says, for people; null when it has no such rule.</param>
/// <param name="Naar">What the second says; null when it has no such rule.</param>
/// <param name="Artikel">Of the second version, or of the first where the rule has gone; empty for the applicant types.</param>
/// <param name="Uitleg">Dutch sentences.</param>
public sealed record Verschil(string Sectie, string Code, Verschilsoort Soort, string? Van, string? Naar, string Artikel, string Uitleg);

/// <summary>Compares versions in substance: values, units, lengths, applicant types, presence. Articles, sources and explanations may
/// differ. An applicant type that only one of the two knows is one difference, and not one at every rule.</summary>
public static class Regelverschil
{
    internal const string Typen = "aanvragertypen";

    /// <summary>In the order of sections and rules of the files.</summary>
    public static IReadOnlyList<Verschil> Tussen(Regelversie van, Regelversie naar)
    {
        var verteld = Verteld(van, naar);
        return
        [
            .. Werkelijk(van, naar)
                .Select(w =>
                {
                    var regel = w.Naar ?? w.Van;
                    var (was, wordt) = regel is null
                        ? (string.Join(", ", van.Aanvragertypen), string.Join(", ", naar.Aanvragertypen))
                        : (w.Van?.Beeld, w.Naar?.Beeld);
                    var uitleg = verteld[w.Naam].Select(v => v.Toelichting).Distinct().ToList();
                    return new Verschil(
                        regel?.Sectie ?? Typen,
                        regel?.Code ?? Typen,
                        w.Soort,
                        was,
                        wordt,
                        regel?.Artikel ?? "",
                        uitleg.Count > 0 ? string.Join(" ", uitleg) : Uitleg(w.Soort, was, wordt)
                    );
                }),
        ];
    }

    /// <summary>What the file of a version tells that is not so, and what it does not tell.</summary>
    internal static IEnumerable<string> Fouten(Regelversie vorige, Regelversie versie)
    {
        var werkelijk = Werkelijk(vorige, versie).ToDictionary(w => w.Naam, w => w.Soort, StringComparer.Ordinal);
        foreach (var dubbel in versie.Verschillen.GroupBy(v => v.Regel).Where(g => g.Count() > 1))
            yield return $"/verschillen: '{dubbel.Key}' staat er {dubbel.Count()} keer";
        foreach (var verteld in versie.Verschillen)
            if (!werkelijk.TryGetValue(verteld.Regel, out var soort))
                yield return $"/verschillen: '{verteld.Regel}' verschilt niet van {vorige.Id}; haal het weg";
            else if (soort != verteld.Wat)
                yield return $"/verschillen: '{verteld.Regel}' is {Woord(soort)} en niet {Woord(verteld.Wat)} ten opzichte van {vorige.Id}";
        foreach (var (naam, soort) in werkelijk)
            if (!versie.Verschillen.Any(v => v.Regel == naam))
                yield return $"/verschillen: '{naam}' is {Woord(soort)} ten opzichte van {vorige.Id} en wordt niet genoemd";
    }

    private static IEnumerable<(string Naam, Verschilsoort Soort, Regel? Van, Regel? Naar)> Werkelijk(Regelversie van, Regelversie naar)
    {
        if (!van.Aanvragertypen.ToHashSet().SetEquals(naar.Aanvragertypen))
            yield return (Typen, Verschilsoort.Gewijzigd, null, null);

        var gedeeld = van.Aanvragertypen.Intersect(naar.Aanvragertypen).ToList();
        var (oud, nieuw) = (van.AlleRegels.ToDictionary(Naam), naar.AlleRegels.ToDictionary(Naam));
        foreach (var (naam, regel) in nieuw)
            if (!oud.TryGetValue(naam, out var vorige))
                yield return (naam, Verschilsoort.Nieuw, null, regel);
            else if (Inhoud(vorige, gedeeld) != Inhoud(regel, gedeeld))
                yield return (naam, Verschilsoort.Gewijzigd, vorige, regel);
        foreach (var (naam, regel) in oud)
            if (!nieuw.ContainsKey(naam))
                yield return (naam, Verschilsoort.Vervallen, regel, null);
    }

    private static string Naam(Regel regel) => $"{regel.Sectie}/{regel.Code}";

    private static string Inhoud(Regel regel, List<string> gedeeld) =>
        regel is RegelVoorTypen voor ? (voor with { Aanvragertypen = [.. voor.Aanvragertypen.Intersect(gedeeld)] }).Inhoud : regel.Inhoud;

    /// <summary>What the files tell on the way from the first version to the second; nothing on the way back.</summary>
    private static ILookup<string, VerteldVerschil> Verteld(Regelversie van, Regelversie naar)
    {
        var stappen = new Stack<Regelversie>();
        for (var versie = naar; versie.Vanaf > van.Vanaf; versie = Regelboek.Versie(versie.Vorige))
        {
            stappen.Push(versie);
            if (versie.Vorige is null)
                break;
        }
        return stappen.SelectMany(v => v.Verschillen).ToLookup(v => v.Regel, StringComparer.Ordinal);
    }

    private static string Uitleg(Verschilsoort soort, string? van, string? naar) =>
        (soort, van, naar) switch
        {
            (Verschilsoort.Nieuw, _, "") => "Deze regel is er in de ene versie niet en in de andere wel.",
            (Verschilsoort.Nieuw, _, _) => $"Nieuw: {naar}.",
            (Verschilsoort.Vervallen, "", _) => "Deze regel is er in de ene versie wel en in de andere niet.",
            (Verschilsoort.Vervallen, _, _) => $"Vervallen: {van}.",
            _ => $"Was {van}, wordt {naar}.",
        };

    private static string Woord(Verschilsoort soort) =>
        soort switch
        {
            Verschilsoort.Nieuw => "nieuw",
            Verschilsoort.Vervallen => "vervallen",
            _ => "gewijzigd",
        };
}
