using Microsoft.AspNetCore.Http;
using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen;

/// <summary>What who comes after the closing reads: where and from when it can be done after all, and how to take a draft along.</summary>
internal static class TeLaat
{
    public const string Code = "tijdvak-gesloten";

    /// <param name="volgende">The next window for the same type of applicant; null while none is published.</param>
    /// <param name="concept">Number of the draft that stays; null when there is none.</param>
    public static Weigering Gesloten(Aanvraagtijdvak tijdvak, Aanvraagtijdvak? volgende, string? concept, Instant nu) =>
        Weigering.Van(
            Code,
            string.Join(
                ' ',
                [
                    $"Dit tijdvak is gesloten sinds {Tekst(tijdvak.Sluit)}.",
                    .. concept is null ? (string[])[] : ["Uw concept blijft bewaard."],
                    .. volgende is null ? Onbekend(tijdvak, concept) : Bekend(volgende, concept, nu),
                ]
            ),
            "artikel 2.6"
        );

    /// <summary>Whether the closing was put off cannot be asked now.</summary>
    /// <param name="concept">As above.</param>
    public static Weigering Onzeker(Aanvraagtijdvak tijdvak, string? concept) =>
        new()
        {
            Code = "sluiting-onzeker",
            Status = StatusCodes.Status503ServiceUnavailable,
            Artikel = "artikel 2.6",
            Uitleg = string.Join(
                ' ',
                [
                    $"Dit tijdvak sloot op {Tekst(tijdvak.Sluit)}. Wij kunnen nu niet nagaan of het is verlengd.",
                    .. concept is null ? (string[])[] : ["Uw concept blijft bewaard."],
                    "Probeer het over een minuut opnieuw.",
                ]
            ),
        };

    /// <summary>A moment as people read it: 4-5-2026 om 17.00 uur.</summary>
    public static string Tekst(Instant moment)
    {
        var hier = moment.InZone(Moment.Amsterdam).LocalDateTime;
        return $"{hier.Day}-{hier.Month}-{hier.Year} om {hier.Hour:00}.{hier.Minute:00} uur";
    }

    private static IEnumerable<string> Bekend(Aanvraagtijdvak volgende, string? concept, Instant nu)
    {
        yield return $"Het volgende tijdvak voor een {volgende.Aanvragertype} is {volgende.Id}: indienen kan van {Tekst(volgende.Opent)} tot {Tekst(volgende.Sluit)}.";
        var klaarzetten = volgende.RegistratieVanaf is { } vanaf && vanaf > nu ? $"Vanaf {Tekst(vanaf)}" : "Nu al";
        yield return concept is null
            ? $"{klaarzetten} kunt u daarvoor een aanvraag klaarzetten."
            : $"{klaarzetten} kunt u uw concept daarheen meenemen: begin een aanvraag in dat tijdvak uit {concept}.";
    }

    private static IEnumerable<string> Onbekend(Aanvraagtijdvak tijdvak, string? concept)
    {
        yield return $"Er is nog geen volgend tijdvak voor een {tijdvak.Aanvragertype} vastgesteld. Zodra dat er is, staat het in de Staatscourant en in de lijst van tijdvakken (/v1/tijdvakken), met het moment vanaf wanneer u een aanvraag kunt klaarzetten.";
        if (concept is not null)
        {
            yield return $"Dan kunt u uw concept meenemen: begin een aanvraag in dat tijdvak uit {concept}.";
        }
    }
}
