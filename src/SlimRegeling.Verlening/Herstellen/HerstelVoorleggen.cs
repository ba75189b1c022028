using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Verlening.Bezwaren;

namespace SlimRegeling.Verlening.Herstellen;

/// <summary>Lays a proposal to mend before a second person, as soon as what comes of it is known; each assessment anew lays it anew.</summary>
internal static class HerstelVoorleggen
{
    /// <summary>Only words are mended: it lies ready at once.</summary>
    public static HerstelVoorgelegd Tekst(string zaaknummer, HerstelVoorgesteld voorstel) =>
        Voorgelegd(zaaknummer, voorstel, null, null, 0, voorstel.Op);

    /// <summary>What was just assessed, with the laying before another when it can be decided now.</summary>
    public static Beslissing Na(string zaaknummer, Verlening stand, HerbeoordelingOntvangen gehoord)
    {
        var na = stand.Apply(gehoord);
        return na.Herstel?.Voorstel is { } voorstel && voorstel.Herstel == gehoord.Bezwaar && Herstelgevolg.Van(na) is ({ } gevolg, null)
            ? Beslissing.Van(
                gehoord,
                Voorgelegd(
                    zaaknummer,
                    voorstel,
                    gevolg,
                    gehoord.Voorstel,
                    gevolg == Bezwaargevolg.Afwijzen ? 0 : gehoord.Voorstel.Subsidie - (na.Verleend?.Bedrag ?? 0),
                    gehoord.Voorstel.BeoordeeldOp
                )
            )
            : gehoord;
    }

    /// <summary>
    /// Notes what is set apart for it; what the reservation said last counts, and what it said for another proposal does not: a number is used once, and
    /// as long as it is, nothing that was set apart under it is let go.
    /// </summary>
    public static Beslissing Hoor(Verlening verlening, BezwaarbudgetGereserveerdBericht bericht) =>
        verlening.Herstel is { Voorstel: { } voorstel } herstel
        && voorstel.Herstel == bericht.Bezwaar
        && new Zegmoment(bericht.Op, bericht.Versie).Na(new(herstel.Budget?.Op, herstel.Budget?.Versie))
            ? new HerstelbudgetOntvangen(bericht.Bezwaar, bericht.Bedrag, bericht.Op, bericht.Versie)
            : Beslissing.Geen;

    private static HerstelVoorgelegd Voorgelegd(
        string zaaknummer,
        HerstelVoorgesteld voorstel,
        string? gevolg,
        Voorstel? herbeoordeling,
        decimal nodig,
        Instant op
    ) =>
        new(
            voorstel.Herstel,
            Hash(zaaknummer, voorstel, gevolg, herbeoordeling, nodig),
            gevolg,
            nodig > 0 ? herbeoordeling?.Tijdvak : null,
            nodig,
            op
        );

    /// <summary>
    /// Lower-case hexadecimal SHA-256 over the case number and every field of the proposal with the assessment that it rests on, one a line: who signs
    /// names it.
    /// </summary>
    private static string Hash(string zaaknummer, HerstelVoorgesteld voorstel, string? gevolg, Voorstel? herbeoordeling, decimal nodig)
    {
        string[] regels =
        [
            $"zaaknummer {zaaknummer}",
            $"herstel {voorstel.Herstel}",
            $"herstelt {voorstel.Herstelt}",
            $"soort {voorstel.Soort}",
            $"toelichting {voorstel.Toelichting.Hash}",
            $"voorgesteld-door {voorstel.Door}",
            $"voorgesteld-op {InstantPattern.ExtendedIso.Format(voorstel.Op)}",
            $"gevolg {gevolg}",
            $"herbeoordeling {herbeoordeling?.Hash(zaaknummer)}",
            string.Create(CultureInfo.InvariantCulture, $"nodig {nodig:0.00}"),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', regels))));
    }
}
