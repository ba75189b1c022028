using NodaTime;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Relaties.Register;

/// <summary>One grant of aid to one enterprise: the register names it once.</summary>
/// <param name="Besluit">The decision that granted it, when it added to the award; null for the award itself.</param>
public sealed record Steunsleutel(string KvkNummer, string Zaaknummer, string? Besluit = null)
{
    /// <summary>The number by which the central register knows it.</summary>
    public string Kenmerk => Besluit is null ? $"{Zaaknummer}.{KvkNummer}" : $"{Zaaknummer}.{KvkNummer}.{Besluit}";
}

/// <summary>A grant as it stands.</summary>
/// <param name="Bedrag">What stands of it, in euro; above zero.</param>
/// <param name="Nace">Null while the main activity of the enterprise is not known.</param>
/// <param name="Verplicht">Whether aid of its day and its sector comes in the central register.</param>
/// <param name="Uiterlijk">The last day on which it is there in time.</param>
public sealed record Registerregel(
    Steunsleutel Sleutel,
    decimal Bedrag,
    LocalDate VerleendOp,
    string Verordening,
    string? Nace,
    bool Verplicht,
    LocalDate Uiterlijk
);

/// <summary>What the central register must be told yet of one grant.</summary>
/// <param name="Bedrag">Zero of a withdrawal.</param>
public sealed record Openregel(
    Steunsleutel Sleutel,
    Opgavesoort Soort,
    decimal Bedrag,
    LocalDate VerleendOp,
    string Verordening,
    string? Nace,
    LocalDate Uiterlijk
);

/// <summary>
/// What the central register should hold, what the files told it, and the difference: pure functions. What was told is never altered; it is told anew, as a
/// change or a withdrawal.
/// </summary>
public static class Registerstand
{
    /// <summary>What stands of the aid to one enterprise, by its latest decisions.</summary>
    public static IReadOnlyList<Registerregel> Van(Onderneming onderneming, Regelstanden regels) =>
        [
            .. onderneming
                .Steun.GroupBy(p => p.Zaaknummer, StringComparer.Ordinal)
                .SelectMany(Staand)
                .Select(post =>
                {
                    var versie = Steunruimte.Regels(post, regels);
                    return new Registerregel(
                        new(onderneming.Id, post.Zaaknummer, post.Besluit),
                        post.Bedrag,
                        post.VerleendOp,
                        Steunregister.Verordening(versie, onderneming.HoofdSbi),
                        Steunregister.Nace(onderneming.HoofdSbi),
                        Steunregister.Geldt(versie, onderneming.HoofdSbi, post.VerleendOp),
                        Steunregister.Uiterlijk(versie, post.VerleendOp)
                    );
                }),
        ];

    /// <summary>What the register holds after these files, in the order in which they were made.</summary>
    public static IReadOnlyDictionary<Steunsleutel, Opgaveregel> Na(IEnumerable<IReadOnlyList<Opgaveregel>> opgaven)
    {
        var stand = new Dictionary<Steunsleutel, Opgaveregel>();
        foreach (var regel in opgaven.SelectMany(regels => regels))
        {
            if (regel.Soort == Opgavesoort.Intrekking)
            {
                stand.Remove(regel.Sleutel);
            }
            else
            {
                stand[regel.Sleutel] = regel;
            }
        }
        return stand;
    }

    /// <summary>
    /// What makes of the register what stands, in the order of the numbers. The sector and the regulation of what was told stay as they were told: they are
    /// those of the day of granting.
    /// </summary>
    /// <param name="uiterlijk">The last day to tell of a grant that it is another than was told.</param>
    public static IReadOnlyList<Openregel> Verschil(
        IEnumerable<Registerregel> stand,
        IReadOnlyDictionary<Steunsleutel, Opgaveregel> opgegeven,
        Func<Steunsleutel, LocalDate> uiterlijk
    )
    {
        var staand = stand.ToDictionary(r => r.Sleutel);
        var nieuw = staand
            .Values.Where(r => r.Verplicht && !opgegeven.ContainsKey(r.Sleutel))
            .Select(r => new Openregel(r.Sleutel, Opgavesoort.Nieuw, r.Bedrag, r.VerleendOp, r.Verordening, r.Nace, r.Uiterlijk));
        var anders = opgegeven.Values.SelectMany<Opgaveregel, Openregel>(o =>
        {
            if (!staand.TryGetValue(o.Sleutel, out var r))
            {
                return [new(o.Sleutel, Opgavesoort.Intrekking, 0m, o.VerleendOp, o.Verordening, o.Nace, uiterlijk(o.Sleutel))];
            }
            return (r.Bedrag, r.VerleendOp) == (o.Bedrag, o.VerleendOp)
                ? []
                : [new(o.Sleutel, Opgavesoort.Wijziging, r.Bedrag, r.VerleendOp, o.Verordening, o.Nace, uiterlijk(o.Sleutel))];
        });
        return [.. nieuw.Concat(anders).OrderBy(r => r.Sleutel.Kenmerk, StringComparer.Ordinal)];
    }

    // A part below zero, of what was entered before a decision said what stands, is taken from the oldest first.
    private static IEnumerable<Steunpost> Staand(IEnumerable<Steunpost> posten)
    {
        var alle = posten.Order(Steunpost.Volgorde).ToList();
        var eraf = -alle.Where(p => p.Bedrag < 0m).Sum(p => p.Bedrag);
        foreach (var post in alle.Where(p => p.Bedrag > 0m))
        {
            var minder = Math.Min(eraf, post.Bedrag);
            eraf -= minder;
            if (minder < post.Bedrag)
            {
                yield return post with
                {
                    Bedrag = post.Bedrag - minder,
                };
            }
        }
    }
}
