using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>What the award counted and what is declared, in euro: of an item, before the surcharge, or of an activity of which the award tells no items.</summary>
/// <param name="Activiteit">A, B, C or D.</param>
/// <param name="Post">One of <see cref="Begrotingspost.Alle"/>; null of the whole activity, then both are with the surcharge.</param>
/// <param name="Uitleggen">Whether the difference must be explained.</param>
internal sealed record Postverschil(string Activiteit, string? Post, decimal Begroot, decimal Gemaakt, bool Uitleggen)
{
    /// <summary>As people read it, beside its activity.</summary>
    public string Soort => Post is null ? "alle kosten" : Begrotingspost.Titel(Post);

    /// <summary>As people read it, to follow "De kosten voor".</summary>
    public string Titel => Post is null ? $"activiteit {Activiteit}" : $"{Soort} in activiteit {Activiteit}";
}

/// <summary>
/// The declaration beside the budget, item by item (7.8, second paragraph, Kaderregeling). An item is what stands in the budget of one kind in one activity
/// (3.5, first paragraph), of all parties together: how they share the costs is told of the whole only. The surcharge is no item, as it follows from others.
/// </summary>
internal static class Begrotingsposten
{
    private const string Veld = "afwijkingen";

    /// <summary>The item that a line belongs to.</summary>
    public static string Post(Kostenregel regel) =>
        regel switch
        {
            { Soort: Kostensoort.Traject } => Postcode.Loopbaantrajecten,
            { Soort: Kostensoort.Praktijkleerplaats } => Postcode.Praktijkleerplaatsen,
            { Adviseur: true } => Postcode.Adviseur,
            { Soort: Kostensoort.Uren } => Postcode.Loon,
            _ => Postcode.OverigExtern,
        };

    /// <summary>
    /// Each item of the awarded activities that was awarded or is declared; an activity of which the items are not known as a whole, when it has costs. To be
    /// explained is only what a financial report is due of; an item that nothing was awarded for differs by all that is declared of it.
    /// </summary>
    /// <param name="verantwoording">With an award.</param>
    public static IReadOnlyList<Postverschil> Van(Verantwoording verantwoording, Declaratie declaratie, Regelversie versie)
    {
        var opening = verantwoording.Opening!;
        var controle = Grondslag.VraagtControle(verantwoording, versie);
        var perActiviteit = Grondslag.Begroot(verantwoording, versie);
        var gemaakt = declaratie
            .Regels.GroupBy(r => (r.Activiteit, Post: Post(r)))
            .ToDictionary(g => g.Key, g => g.Sum(r => Regelbedrag.Gevraagd(versie, r)));
        return [.. opening.Activiteiten.Order(StringComparer.Ordinal).SelectMany(Verschillen)];

        IEnumerable<Postverschil> Verschillen(string activiteit) =>
            opening.Posten?.GetValueOrDefault(activiteit) is { } begroot
                ? Begrotingspost
                    .Alle.Where(post => begroot.ContainsKey(post) || gemaakt.ContainsKey((activiteit, post)))
                    .Select(post =>
                        Verschil(activiteit, post, begroot.GetValueOrDefault(post), gemaakt.GetValueOrDefault((activiteit, post)))
                    )
            : perActiviteit.TryGetValue(activiteit, out var geheel) ? [Verschil(activiteit, null, geheel, MetToeslag(activiteit))]
            : [];

        decimal MetToeslag(string activiteit) =>
            Vaststellingsberekening.MetToeslag(versie, gemaakt.Where(g => g.Key.Activiteit == activiteit).Sum(g => g.Value));

        Postverschil Verschil(string activiteit, string? post, decimal was, decimal nu) =>
            new(activiteit, post, was, nu, controle && Begrotingsverschil.MoetToegelicht(was, nu));
    }

    /// <summary>Of each that must be explained an explanation of its own.</summary>
    public static IEnumerable<Fout> Fouten(Verantwoording verantwoording, Declaratie declaratie, Regelversie versie)
    {
        var afwijkingen = declaratie.Afwijkingen ?? [];
        for (var i = 0; i < afwijkingen.Count; i++)
        {
            if (afwijkingen[i].Post is { } post && !Begrotingspost.Alle.Contains(post))
            {
                yield return new($"{Veld}[{i}].post", $"Kies uit {string.Join(", ", Begrotingspost.Alle)}.");
            }
        }
        var uitgelegd = afwijkingen.Where(a => !string.IsNullOrWhiteSpace(a.Uitleg)).Select(a => (a.Activiteit, a.Post)).ToHashSet();
        foreach (var verschil in Van(verantwoording, declaratie, versie))
        {
            if (verschil.Uitleggen && !uitgelegd.Contains((verschil.Activiteit, verschil.Post)))
            {
                yield return new(
                    Veld,
                    $"De kosten voor {verschil.Titel} wijken ten minste 20% af van wat is verleend. Begroot is {Getal.Euro(verschil.Begroot)}, u declareert {Getal.Euro(verschil.Gemaakt)}. Leg uit waarom.",
                    Begrotingsverschil.Artikel
                );
            }
        }
    }
}
