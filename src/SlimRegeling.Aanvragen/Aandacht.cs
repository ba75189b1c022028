using System.Globalization;
using NodaTime;
using SlimRegeling.Aanvragen.Partnerschap;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// What is told of a draft: to who sends e-mail alone, and not by an event, which the executor could read. It says nothing that is not in the
/// tables here.
/// </summary>
internal static class Aandacht
{
    /// <summary>The occasion is the closing that is told of: said twice it is the same.</summary>
    public static AandachtGevraagdBericht Herinnering(string zaaknummer, string aan, string? gever, Instant sluit, Instant nu) =>
        new(zaaknummer, aan, "herinnering", sluit.ToString("uuuuMMdd'T'HHmmss", CultureInfo.InvariantCulture), nu, gever, sluit);

    public static AandachtGevraagdBericht Uitgenodigd(Uitnodiging uitnodiging, Instant sluit, Instant nu) =>
        new(
            uitnodiging.Zaaknummer,
            uitnodiging.KvkNummer,
            "uitnodiging",
            // However often it is withdrawn and made anew: one a day.
            Moment.Dagkenmerk(nu),
            nu,
            Sluit: sluit
        );

    public static AandachtGevraagdBericht Ingediend(string zaaknummer, string gemachtigde, string gever, Instant op) =>
        new(zaaknummer, gemachtigde, "gemachtigde", "", op, gever);
}
