using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>All that a version of an award says, with what it changed marked.</summary>
internal static class Versieinhoud
{
    public const string Plan = "plan";

    /// <param name="verschillen">With the version before it.</param>
    /// <param name="plan">The decision by which the plan became what it is; null when it is that of the application.</param>
    public static IReadOnlyList<VersiesTonen.Onderdeel> Van(
        Verleend verleend,
        string aanvragertype,
        Regelversie versie,
        IReadOnlyList<VersiesTonen.Verschil> verschillen,
        string? plan
    ) =>
        [
            .. Regels(verleend, aanvragertype, versie, plan)
                .Select(o => o with { Gewijzigd = verschillen.Any(v => (v.Wat, v.Welke) == (o.Wat, o.Welke)) ? true : null }),
        ];

    private static IEnumerable<VersiesTonen.Onderdeel> Regels(Verleend verleend, string aanvragertype, Regelversie versie, string? plan)
    {
        yield return new("bedrag", Getal.Euro(verleend.Bedrag));
        yield return new("subsidiabele-kosten", Getal.Euro(verleend.SubsidiabeleKosten));
        if (Vaststellingsberekening.Percentage(versie, aanvragertype, verleend.SubsidiabeleKosten, verleend.Aandelen) is { } percentage)
        {
            yield return new("percentage", $"{Getal.Kort(percentage)}%");
        }
        yield return new("voorschot", Getal.Euro(verleend.Voorschot));
        yield return new("periode-van", Datumtekst.Van(verleend.PeriodeVan));
        yield return new("periode-tot", Datumtekst.Van(verleend.PeriodeTot));
        foreach (var activiteit in verleend.Activiteiten)
        {
            yield return new("activiteit", Weegt(verleend, activiteit), activiteit);
        }
        foreach (var (post, bedrag) in Posten(verleend, verleend))
        {
            yield return new("post", Getal.Euro(bedrag), post);
        }
        foreach (var (partij, deel) in (verleend.Partijen ?? new Dictionary<string, decimal>()).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            yield return new("partij", Getal.Euro(deel), partij);
        }
        yield return new(Plan, plan is null ? "zoals bij de aanvraag" : $"zoals gevraagd in {plan}");
    }

    /// <summary>The items as people read them, in euro before the surcharge, of the activities of which both tell them: what is unknown did not change.</summary>
    public static IReadOnlyDictionary<string, decimal> Posten(Verleend verleend, Verleend naast) =>
        (
            from activiteit in (verleend.Posten ?? new Dictionary<string, IReadOnlyDictionary<string, decimal>>()).OrderBy(
                a => a.Key,
                StringComparer.Ordinal
            )
            where naast.Posten?.ContainsKey(activiteit.Key) == true
            from post in activiteit.Value.OrderBy(p => p.Key, StringComparer.Ordinal)
            select KeyValuePair.Create($"{Begrotingspost.Titel(post.Key)} in activiteit {activiteit.Key}", post.Value)
        ).ToDictionary(StringComparer.Ordinal);

    private static string Weegt(Verleend verleend, string activiteit) =>
        verleend.Aandelen?.TryGetValue(activiteit, out var aandeel) == true ? Getal.Euro(aandeel) : "verleend";
}
