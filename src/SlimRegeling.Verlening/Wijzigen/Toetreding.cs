using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>
/// What an assessor confirmed of the parties that receive more by a change: who joins, and who takes over. <c>Mkbverklaring</c> is one of
/// <see cref="Mkbkeuze"/>; <c>Steunruimte</c>: what of de-minimis aid could still be granted to each, in euro by KVK number, as far as it was known.
/// </summary>
public sealed record Toetreding(bool DeMinimisverklaring, string Mkbverklaring, IReadOnlyDictionary<string, decimal>? Steunruimte = null);

/// <summary>Whether there is an mkb-verklaring of who joins or takes over.</summary>
public static class Mkbkeuze
{
    public const string Aanwezig = "aanwezig";

    /// <summary>A branch organisation, school or fund has none to send.</summary>
    public const string GeenMkb = "geen-mkb-onderneming";

    public static readonly IReadOnlyList<string> Alle = [Aanwezig, GeenMkb];
}

/// <summary>What must be confirmed before a party joins or takes over: the declarations of 2.8, and that its aid stays under the ceiling.</summary>
internal static class Toetredingscontrole
{
    /// <summary>What each party would receive above what it has now, in euro by KVK number; empty of a change of anything else.</summary>
    public static IReadOnlyDictionary<string, decimal> Groei(Verlening verlening, Wijzigingsvraag vraag) =>
        Wijzigingssoort.VanPartijen(vraag.Soort) && verlening.Verleend?.Partijen is { } nu
            ? (vraag.Partijen ?? new Dictionary<string, decimal>())
                .Select(deel => (deel.Key, Meer: deel.Value - nu.GetValueOrDefault(deel.Key)))
                .Where(deel => deel.Meer > 0m)
                .ToDictionary(deel => deel.Key, deel => deel.Meer, StringComparer.Ordinal)
            : new Dictionary<string, decimal>();

    /// <summary>What goes with the proposal; null where nobody receives more.</summary>
    public static Toetreding? Van(IReadOnlyDictionary<string, decimal> groei, WijzigingVoorstellen.Verzoek verzoek) =>
        groei.Count == 0
            ? null
            : new(
                verzoek.DeMinimisverklaring == true,
                verzoek.Mkbverklaring ?? "",
                verzoek.Steunruimte?.Where(r => groei.ContainsKey(r.Key)).ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal)
            );

    public static IEnumerable<Fout> Fouten(
        IReadOnlyDictionary<string, decimal> groei,
        WijzigingVoorstellen.Verzoek verzoek,
        Regelversie versie
    )
    {
        if (groei.Count == 0)
        {
            yield break;
        }
        var wie = string.Join(", ", groei.Keys.Order(StringComparer.Ordinal));
        if (verzoek.DeMinimisverklaring != true)
        {
            yield return new(
                "deMinimisverklaring",
                $"Bevestig dat er een de-minimisverklaring is van KVK {wie}. Is zij er niet, wijs het verzoek dan af.",
                $"artikel {versie.Document(Documentcode.DeMinimisverklaring).Artikel}"
            );
        }
        if (verzoek.Mkbverklaring is not { } mkb || !Mkbkeuze.Alle.Contains(mkb))
        {
            yield return new(
                "mkbverklaring",
                $"Kies of er een mkb-verklaring is van KVK {wie}: {string.Join(", ", Mkbkeuze.Alle)}.",
                $"artikel {versie.Document(Documentcode.MkbVerklaring).Artikel}"
            );
        }
        foreach (var (partij, meer) in groei.OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (verzoek.Steunruimte?.TryGetValue(partij, out var ruimte) == true && meer > ruimte)
            {
                yield return new(
                    $"steunruimte.{partij}",
                    $"KVK {partij} krijgt er {Getal.Euro(meer)} bij, en onder het de-minimisplafond is nog {Getal.Euro(ruimte)} vrij. Wijs het verzoek af.",
                    $"artikel {versie.Post(Postcode.DeMinimisruimte).Artikel}"
                );
            }
        }
    }
}
