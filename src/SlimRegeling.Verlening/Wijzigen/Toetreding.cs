using System.Globalization;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>
/// What an assessor confirmed of the parties of a change. Of those that receive more, who joins or takes over: <c>Mkbverklaring</c> is one of
/// <see cref="Mkbkeuze"/>; <c>Steunruimte</c>: what of de-minimis aid could still be granted to each, in euro by KVK number, as far as it was known; all
/// three are absent where nobody does. <c>Samenstelling</c>: where a party leaves or joins, that it still is a partnership (2.1); absent where none does,
/// and of what was proposed before that was asked.
/// </summary>
public sealed record Toetreding(
    bool? DeMinimisverklaring,
    string? Mkbverklaring,
    IReadOnlyDictionary<string, decimal>? Steunruimte = null,
    bool? Samenstelling = null
);

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
    IReadOnlyDictionary<string, decimal>? Steunruimte,
    bool? Samenstelling
);

/// <summary>
/// What must be confirmed before a party leaves, joins or takes over, by a decision on a request or by one on an objection: that it still is a partnership
/// (2.1), the declarations of 2.8 of who receives more, and that its aid stays under the ceiling.
/// </summary>
internal static class Toetredingscontrole
{
    /// <summary>What goes with the proposal; null where nothing of it is asked.</summary>
    public static Toetreding? Van(Partijgevolg gevolg, Toetredingsopgave opgave) =>
        gevolg switch
        {
            { Vraagt: false } => null,
            { Groei.Count: 0 } => new(null, null, null, opgave.Samenstelling == true),
            { Groei: var groei } => new(
                opgave.DeMinimisverklaring == true,
                opgave.Mkbverklaring ?? "",
                opgave.Steunruimte?.Where(r => groei.ContainsKey(r.Key)).ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal),
                gevolg.Wisselt ? opgave.Samenstelling == true : null
            ),
        };

    /// <param name="anders">What else to propose, as the end of a sentence.</param>
    public static IEnumerable<Fout> Fouten(Partijgevolg gevolg, Toetredingsopgave opgave, Regelversie versie, string anders)
    {
        var groei = gevolg.Groei;
        if (gevolg.Wisselt && opgave.Samenstelling != true)
        {
            yield return new(
                "samenstelling",
                $"Bevestig dat er ten minste {Samenstellingseis.Minste(versie)} mkb-ondernemingen blijven die niet met elkaar zijn verbonden, en dat elke partij een activiteit van het activiteitenplan uitvoert. Is dat niet zo, {anders}.",
                $"artikel {Samenstellingseis.Van(versie).Artikel}"
            );
        }
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

    /// <summary>
    /// Null when who would receive more now is who it was confirmed of, and as much, and where a party leaves or joins it was confirmed that it still is a
    /// partnership; on an objection it was not always asked.
    /// </summary>
    /// <param name="bevestigd">What each would receive more when it was proposed; null when nobody would, or it was not asked.</param>
    public static Weigering? Weiger(
        Partijgevolg gevolg,
        Toetreding? toetreding,
        IReadOnlyDictionary<string, decimal>? bevestigd,
        Regelversie versie
    )
    {
        if (gevolg.Groei.Any(g => bevestigd?.GetValueOrDefault(g.Key) != g.Value))
        {
            return Weigering.Van(
                "toetreding-niet-bevestigd",
                $"Bij dit voorstel is niet bevestigd wat nodig is van wie er nu meer door krijgt: KVK {string.Join(", ", gevolg.Groei.Keys.Order(StringComparer.Ordinal))}. Zend het terug en laat het opnieuw voorstellen.",
                $"artikel {versie.Document(Documentcode.DeMinimisverklaring).Artikel}"
            );
        }
        return gevolg.Wisselt && toetreding?.Samenstelling != true
            ? Weigering.Van(
                "samenstelling-niet-bevestigd",
                "Bij dit voorstel is niet bevestigd dat het een samenwerkingsverband blijft. Zend het terug en laat het opnieuw voorstellen.",
                $"artikel {Samenstellingseis.Van(versie).Artikel}"
            )
            : null;
    }

    /// <summary>
    /// Null when all that is asked of what was requested was confirmed. What each would receive more cannot have changed since: who signs names it.
    /// </summary>
    public static Weigering? Weiger(Partijgevolg gevolg, Toetreding? toetreding, Regelversie versie) =>
        Weiger(
            gevolg,
            toetreding,
            toetreding is { DeMinimisverklaring: true, Mkbverklaring: { } mkb } && Mkbkeuze.Alle.Contains(mkb) ? gevolg.Groei : null,
            versie
        );

    /// <summary>The lines of it in what is signed; none where nothing of it is asked.</summary>
    public static IEnumerable<string> Hashregels(Toetreding? toetreding) =>
        toetreding is null
            ? []
            :
            [
                $"de-minimisverklaring {JaNee(toetreding.DeMinimisverklaring)}",
                $"mkb-verklaring {toetreding.Mkbverklaring}",
                $"steunruimte {Bedragen(toetreding.Steunruimte)}",
                .. toetreding.Samenstelling is { } samenstelling ? [$"samenstelling {JaNee(samenstelling)}"] : Array.Empty<string>(),
            ];

    private static string JaNee(bool? antwoord) =>
        antwoord switch
        {
            true => "ja",
            false => "nee",
            null => "",
        };

    /// <summary>Amounts by number or code on one line, in a fixed notation.</summary>
    public static string Bedragen(IReadOnlyDictionary<string, decimal>? bedragen) =>
        string.Join(
            ' ',
            (bedragen ?? new Dictionary<string, decimal>())
                .OrderBy(b => b.Key, StringComparer.Ordinal)
                .Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Key}={b.Value:0.00}"))
        );
}
