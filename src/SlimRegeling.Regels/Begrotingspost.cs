namespace SlimRegeling.Regels;

/// <summary>
/// The items of a budget: of each activity what stands in it of one kind (3.5, first and second paragraph, Kaderregeling), under the code that its lines
/// have in a computation. An item holds the costs that count before the surcharge, or a fixed amount.
/// </summary>
public static class Begrotingspost
{
    /// <summary>One of each kind of costs (2.14), then the fixed amounts.</summary>
    public static IReadOnlyList<string> Alle { get; } =
    [Postcode.Loon, Postcode.Adviseur, Postcode.OverigExtern, Postcode.Loopbaantrajecten, Postcode.Praktijkleerplaatsen];

    /// <summary>Those of costs.</summary>
    public static IReadOnlyList<string> Kosten { get; } = [Postcode.Loon, Postcode.Adviseur, Postcode.OverigExtern];

    /// <summary>As people read it.</summary>
    public static string Titel(string post) =>
        post switch
        {
            Postcode.Loon => "eigen uren",
            Postcode.Adviseur => "externe adviseurs",
            Postcode.OverigExtern => "andere externe kosten",
            Postcode.Loopbaantrajecten => "loopbaantrajecten",
            Postcode.Praktijkleerplaatsen => "praktijkleerplaatsen",
            _ => throw new ArgumentException($"No item is called '{post}'.", nameof(post)),
        };

    /// <summary>The item of an activity that is paid by the piece; null of one that is paid by its costs, and of what is no activity.</summary>
    public static string? VanStuks(Regelversie versie, string activiteit) =>
        !Enum.TryParse<Activiteitsoort>(activiteit, out var soort) || !Enum.IsDefined(soort) || Regels.Kosten.Telt(versie, soort) ? null
        : soort == Activiteitsoort.B ? Postcode.Loopbaantrajecten
        : Postcode.Praktijkleerplaatsen;

    /// <summary>
    /// What counts of each item of each activity, in euro after the highest rates and rounding and before any maximum of the whole. What nothing stands in
    /// is absent.
    /// </summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>> Van(
        Regelversie versie,
        IReadOnlyList<Activiteit> activiteiten
    ) =>
        activiteiten
            .GroupBy(a => a.Soort)
            .OrderBy(g => g.Key)
            .ToDictionary(g => g.Key.ToString(), g => (IReadOnlyDictionary<string, decimal>)Posten(versie, [.. g]), StringComparer.Ordinal);

    private static Dictionary<string, decimal> Posten(Regelversie versie, List<Activiteit> activiteiten)
    {
        var staat = new Rekenstaat(versie, 8);
        foreach (var activiteit in activiteiten)
        {
            if (Regels.Kosten.Telt(versie, activiteit.Soort))
                Regels.Kosten.Reken(staat, activiteit);
        }
        var posten = staat.Regels.GroupBy(r => r.Code).ToDictionary(g => g.Key, g => g.Sum(r => r.Bedrag), StringComparer.Ordinal);
        if (VanStuks(versie, activiteiten[0].Soort.ToString()) is { } post)
            posten[post] = activiteiten.Sum(a => Begrotingsbedrag.Van(versie, a));
        return posten.Where(p => p.Value != 0m).OrderBy(p => p.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }
}
