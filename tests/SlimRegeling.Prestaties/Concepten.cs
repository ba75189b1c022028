using SlimRegeling.Aanvragen;

namespace SlimRegeling.Prestaties;

/// <summary>Drafts that are ready to be submitted.</summary>
internal static class Concepten
{
    public static readonly Formulier Formulier = new(
        new Ondernemingsgegevens(12.5m, 1_500_000m, 800_000m, ["4321"], "Proefbedrijf"),
        [new Activiteitgegevens("C", ExterneUren: [new ExterneUrenregel(100m, 100m)])],
        new Activiteitenplan("Leren op de werkplek.", "Een leermethode invoeren.", "Iedereen leert.", "Na een jaar."),
        new Verklaringen(true, new DeMinimisverklaring(Steunsoort.Geen), true),
        new Rekening("NL91ABNA0417164300")
    );

    public sealed record Concept(string Zaaknummer, string KvkNummer, string Token);
}
