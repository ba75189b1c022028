using NodaTime;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

public static partial class Beoordelen
{
    /// <summary>What is known beside the stream.</summary>
    /// <param name="Eerder">The judgments on which the decision that holds rests; null when it rests on none, and where that does not matter.</param>
    public sealed record Dossier(
        Formulier Formulier,
        IReadOnlyList<Subsidie> Subsidies,
        IReadOnlyList<Scanbewijs> Scans,
        Instant TijdvakSluit,
        Verzoek? Eerder = null
    )
    {
        /// <param name="aanvraag">One that was submitted.</param>
        internal static async Task<Dossier> Lees(
            Aanvraag aanvraag,
            Werkeenheid<AanvragenContext> eenheid,
            Aanvraagtijdvakken tijdvakken,
            Contextregister contexten,
            CancellationToken ct
        )
        {
            var ingediend = aanvraag.Ingediend!;
            var formulier =
                await eenheid.Lees<Formulier>(aanvraag.Inhoud, ct)
                ?? throw new InvalidDataException($"The content of {aanvraag.Id} was destroyed; it cannot be assessed.");
            var tijdvak =
                await tijdvakken.Zoek(ingediend.Tijdvak, ct)
                ?? throw new InvalidOperationException($"The window {ingediend.Tijdvak} of {aanvraag.Id} is not known.");
            var bron = contexten.Van(typeof(AanvragenContext)).Bron;
            return new(
                formulier,
                await Aanvragen.Subsidies.Van(bron, ingediend, ct),
                await Scanbewijzen.Van(bron, aanvraag.Id, Scanbewijzen.Makers(ingediend, formulier), ct),
                tijdvak.Sluit
            );
        }
    }
}
