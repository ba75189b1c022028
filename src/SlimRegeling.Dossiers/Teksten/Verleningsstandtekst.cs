using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The whole award as a decision that restates it leaves it, so that who has that letter needs no other to know what holds.</summary>
internal static class Verleningsstandtekst
{
    private sealed record Onderdeel(string Naam, string Waarde);

    /// <param name="nu">Null when the decision restates nothing; then neither the sentence nor the table stands in the letter.</param>
    public static Briefvelden MetStand(this Briefvelden velden, Func<Briefgeval, Verleningsstand?> nu) =>
        velden
            .Veld("verlening nu", "een zin boven de hele verlening zoals zij nu is; leeg als niets wijzigt", g => Zin(nu(g)))
            .Lijst<Onderdeel>(
                "nu",
                "de hele verlening zoals zij nu is",
                g => nu(g) is { } stand ? Onderdelen(stand, g) : [],
                ("onderdeel", "zoals: Subsidie, ten hoogste", (onderdeel, _) => onderdeel.Naam),
                ("waarde", "wat daarvan nu geldt", (onderdeel, _) => onderdeel.Waarde)
            );

    private static string Zin(Verleningsstand? stand) =>
        stand switch
        {
            null => "",
            { Versienummer: { } nummer } => $"Zo is uw hele verlening nu. Dit is versie {nummer}.",
            _ => "Zo is uw hele verlening nu.",
        };

    private static IEnumerable<Onderdeel> Onderdelen(Verleningsstand stand, Briefgeval geval)
    {
        yield return new("Subsidie, ten hoogste", Getal.Euro(stand.Bedrag));
        yield return new("Kosten die meetellen", Getal.Euro(stand.SubsidiabeleKosten));
        if (Percentage(stand, geval.Versie) is { } percentage)
        {
            yield return new("Deel van die kosten", $"{Getal.Kort(percentage)}%");
        }
        yield return new("Voorschot bij de verlening", Getal.Euro(stand.Voorschot));
        yield return new("Initiatiefperiode", $"{Datumtekst.Van(stand.PeriodeVan)} tot en met {Datumtekst.Van(stand.PeriodeTot)}");
        foreach (var activiteit in stand.Activiteiten)
        {
            yield return new(Activiteittekst.Naam(activiteit), Weegt(stand, activiteit));
            foreach (
                var (post, bedrag) in (stand.Posten?.GetValueOrDefault(activiteit) ?? new Dictionary<string, decimal>()).OrderBy(
                    p => p.Key,
                    StringComparer.Ordinal
                )
            )
            {
                yield return new($"Begroot in {activiteit} voor {Begrotingspost.Titel(post)}, zonder opslag", Getal.Euro(bedrag));
            }
        }
        foreach (
            var (partij, deel) in (stand.Partijen ?? new Dictionary<string, decimal>())
                .OrderBy(p => p.Key != geval.Opdracht.KvkNummer)
                .ThenBy(p => p.Key, StringComparer.Ordinal)
        )
        {
            var hoofd = partij == geval.Opdracht.KvkNummer ? " (hoofdaanvrager)" : "";
            yield return new($"Deel van partij {partij}{hoofd}, ten hoogste", Getal.Euro(deel));
        }
    }

    private static decimal? Percentage(Verleningsstand stand, Regelversie versie) =>
        Vaststellingsberekening.Percentage(
            versie,
            stand.Aanvragertype ?? Aanvragertype.MkbOnderneming,
            stand.SubsidiabeleKosten,
            stand.Aandelen
        );

    private static string Weegt(Verleningsstand stand, string activiteit) =>
        stand.Aandelen?.TryGetValue(activiteit, out var aandeel) == true ? $"weegt {Getal.Euro(aandeel)}" : "verleend";
}
