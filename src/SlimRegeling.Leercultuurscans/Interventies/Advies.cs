namespace SlimRegeling.Leercultuurscans.Interventies;

/// <summary>What is looked for in the catalogue. What is absent leaves nothing out.</summary>
/// <param name="Grootte">Size class.</param>
/// <param name="Sector">Section of the SBI.</param>
/// <param name="OokNietActief">Also what is no longer advised, for who keeps the catalogue and for the names in what was written before.</param>
public sealed record Adviesvraag(
    string? Dimensie = null,
    string? Fase = null,
    string? Doelgroep = null,
    string? Grootte = null,
    string? Sector = null,
    string? Belemmering = null,
    string? Route = null,
    string? Woorden = null,
    bool OokNietActief = false
);

/// <summary>Which interventions fit, the most fitting first. Pure.</summary>
public static class Advies
{
    /// <summary>So many are shown for one priority.</summary>
    public const int PerPrioriteit = 3;

    /// <summary>All that fit: first those for the phase and the barrier, then those with the strongest proof, then those that ask
    /// least.</summary>
    public static IReadOnlyList<Interventie> Zoek(IEnumerable<Interventie> alle, Adviesvraag vraag)
    {
        var woorden = (vraag.Woorden ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return
        [
            .. alle.Where(i =>
                    (i.Actief || vraag.OokNietActief)
                    && (vraag.Dimensie is null || i.Dimensies.Contains(vraag.Dimensie))
                    && (vraag.Route is null || i.Routes.Contains(vraag.Route))
                    && Voor(i.Fasen, vraag.Fase)
                    && Voor(i.Doelgroepen, vraag.Doelgroep)
                    && Voor(i.Groottes, vraag.Grootte)
                    && Voor(i.Sectoren, vraag.Sector)
                    && (vraag.Belemmering is null || i.Belemmeringen.Contains(vraag.Belemmering))
                    && Array.TrueForAll(woorden, w => Noemt(i, w))
                )
                .OrderByDescending(i => vraag.Fase is { } fase && i.Fasen.Contains(fase))
                .ThenBy(i => Plaats(Interventie.Bewijzen, i.Bewijs))
                .ThenBy(i => Plaats(Interventie.Inspanningen, i.Inspanning))
                .ThenBy(i => i.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// The handles of one priority of a report: first those for the phase, then those that take away what holds the firm back, then those made for whom it
    /// wants to reach.
    /// </summary>
    /// <param name="doelgroepen">What is for other people only is left out; none named leaves nothing out.</param>
    public static IReadOnlyList<string> Handvatten(
        IEnumerable<Interventie> alle,
        string dimensie,
        string? fase,
        string? grootte,
        string? sector,
        IReadOnlyList<string>? doelgroepen = null,
        IReadOnlyList<string>? belemmeringen = null
    )
    {
        var passend = Zoek(alle, new(dimensie, null, null, grootte, sector))
            .Where(i => doelgroepen is not { Count: > 0 } || i.Doelgroepen.Count == 0 || Raakt(i.Doelgroepen, doelgroepen));
        return
        [
            .. passend
                .OrderByDescending(i => fase is not null && i.Fasen.Contains(fase))
                .ThenByDescending(i => Raakt(i.Belemmeringen, belemmeringen))
                .ThenByDescending(i => Raakt(i.Doelgroepen, doelgroepen))
                .Take(PerPrioriteit)
                .Select(i => i.Id),
        ];
    }

    private static bool Raakt(IReadOnlyList<string> een, IReadOnlyList<string>? ander) => ander is not null && een.Intersect(ander).Any();

    private static bool Voor(IReadOnlyList<string> lijst, string? gevraagd) =>
        gevraagd is null || lijst.Count == 0 || lijst.Contains(gevraagd);

    private static bool Noemt(Interventie i, string woord) =>
        ((string[])[i.Naam.Nl, i.Naam.En, i.Omschrijving.Nl, i.Omschrijving.En, i.Eigenaar]).Any(t =>
            t.Contains(woord, StringComparison.OrdinalIgnoreCase)
        );

    private static int Plaats(IReadOnlyList<string> volgorde, string waarde) => volgorde.ToList().IndexOf(waarde);
}
