using System.Globalization;
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

/// <summary>What an assessor typed in of it.</summary>
internal sealed record Toetredingsopgave(
    bool? DeMinimisverklaring,
    string? Mkbverklaring,
    IReadOnlyDictionary<string, decimal>? Steunruimte
);

/// <summary>
/// What must be confirmed before a party joins or takes over, by a decision on a request or by one on an objection: the declarations of 2.8, and that its
/// aid stays under the ceiling.
/// </summary>
internal static class Toetredingscontrole
{
    /// <summary>What each party would receive above what it has now, in euro by KVK number; empty of a change of anything else.</summary>
    public static IReadOnlyDictionary<string, decimal> Groei(Verlening verlening, Wijzigingsvraag vraag) =>
        Wijzigingssoort.VanPartijen(vraag.Soort) ? Groei(verlening.Verleend?.Partijen, vraag.Partijen) : new Dictionary<string, decimal>();

    /// <inheritdoc cref="Groei(Verlening, Wijzigingsvraag)"/>
    /// <param name="nu">Null where the recipient is alone.</param>
    public static IReadOnlyDictionary<string, decimal> Groei(
        IReadOnlyDictionary<string, decimal>? nu,
        IReadOnlyDictionary<string, decimal>? wordt
    ) =>
        nu is null || wordt is null
            ? new Dictionary<string, decimal>()
            : wordt
                .Select(deel => (deel.Key, Meer: deel.Value - nu.GetValueOrDefault(deel.Key)))
                .Where(deel => deel.Meer > 0m)
                .ToDictionary(deel => deel.Key, deel => deel.Meer, StringComparer.Ordinal);

    /// <summary>What goes with the proposal; null where nobody receives more.</summary>
    public static Toetreding? Van(IReadOnlyDictionary<string, decimal> groei, Toetredingsopgave opgave) =>
        groei.Count == 0
            ? null
            : new(
                opgave.DeMinimisverklaring == true,
                opgave.Mkbverklaring ?? "",
                opgave.Steunruimte?.Where(r => groei.ContainsKey(r.Key)).ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal)
            );

    /// <param name="anders">What else to propose, as the end of a sentence.</param>
    public static IEnumerable<Fout> Fouten(
        IReadOnlyDictionary<string, decimal> groei,
        Toetredingsopgave opgave,
        Regelversie versie,
        string anders
    )
    {
        if (groei.Count == 0)
        {
            yield break;
        }
        var wie = string.Join(", ", groei.Keys.Order(StringComparer.Ordinal));
        if (opgave.DeMinimisverklaring != true)
        {
            yield return new(
                "deMinimisverklaring",
                $"Bevestig dat er een de-minimisverklaring is van KVK {wie}. Is zij er niet, {anders}.",
                $"artikel {versie.Document(Documentcode.DeMinimisverklaring).Artikel}"
            );
        }
        if (opgave.Mkbverklaring is not { } mkb || !Mkbkeuze.Alle.Contains(mkb))
        {
            yield return new(
                "mkbverklaring",
                $"Kies of er een mkb-verklaring is van KVK {wie}: {string.Join(", ", Mkbkeuze.Alle)}.",
                $"artikel {versie.Document(Documentcode.MkbVerklaring).Artikel}"
            );
        }
        foreach (var (partij, meer) in groei.OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (opgave.Steunruimte?.TryGetValue(partij, out var ruimte) == true && meer > ruimte)
            {
                yield return new(
                    $"steunruimte.{partij}",
                    $"KVK {partij} krijgt er {Getal.Euro(meer)} bij, en onder het de-minimisplafond is nog {Getal.Euro(ruimte)} vrij. Dat mag niet: {anders}.",
                    $"artikel {versie.Post(Postcode.DeMinimisruimte).Artikel}"
                );
            }
        }
    }

    /// <summary>Null when who would receive more now is who it was confirmed of, and as much; on an objection it was not always asked.</summary>
    /// <param name="bevestigd">What each would receive more when it was proposed; null when nobody would, or it was not asked.</param>
    public static Weigering? Weiger(
        IReadOnlyDictionary<string, decimal> groei,
        IReadOnlyDictionary<string, decimal>? bevestigd,
        Regelversie versie
    ) =>
        groei.All(g => bevestigd?.GetValueOrDefault(g.Key) == g.Value)
            ? null
            : Weigering.Van(
                "toetreding-niet-bevestigd",
                $"Bij dit voorstel is niet bevestigd wat nodig is van wie er nu meer door krijgt: KVK {string.Join(", ", groei.Keys.Order(StringComparer.Ordinal))}. Zend het terug en laat het opnieuw voorstellen.",
                $"artikel {versie.Document(Documentcode.DeMinimisverklaring).Artikel}"
            );

    /// <summary>The lines of it in what is signed; none where nobody receives more.</summary>
    public static IEnumerable<string> Hashregels(Toetreding? toetreding) =>
        toetreding is null
            ? []
            :
            [
                $"de-minimisverklaring {(toetreding.DeMinimisverklaring ? "ja" : "nee")}",
                $"mkb-verklaring {toetreding.Mkbverklaring}",
                $"steunruimte {Bedragen(toetreding.Steunruimte)}",
            ];

    /// <summary>Amounts by number or code on one line, in a fixed notation.</summary>
    public static string Bedragen(IReadOnlyDictionary<string, decimal>? bedragen) =>
        string.Join(
            ' ',
            (bedragen ?? new Dictionary<string, decimal>())
                .OrderBy(b => b.Key, StringComparer.Ordinal)
                .Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Key}={b.Value:0.00}"))
        );
}
