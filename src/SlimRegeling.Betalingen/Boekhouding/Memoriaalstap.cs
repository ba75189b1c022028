using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>One step in the reversal of a booking, by who has no interest of their own in its case.</summary>
public sealed class Memoriaalstap(Stroom<Memoriaal> memorialen, Contextregister contexten, IBelangen belangen, Moment moment)
{
    /// <param name="verzoek">With the reason, where this step takes one.</param>
    public async Task<Uitkomst> Doe(
        Guid boeking,
        Persoon persoon,
        Tegenboeken.Verzoek? verzoek,
        Func<Memoriaal?, IReadOnlyList<Grootboekregel>, Instant, Beslissing> beslis,
        CancellationToken ct
    )
    {
        var regels = await Grootboekregel.VanBoeking(contexten.Van(typeof(BetalingenContext)).Bron, boeking, ct);
        if (regels.Count == 0)
        {
            return Weigering.NietGevonden(boeking.ToString());
        }
        var zaaknummer = regels[0].Zaaknummer;
        if ((await belangen.Gesloten(persoon.Onderwerp, ct)).Contains(zaaknummer))
        {
            return Belang.Gesloten(zaaknummer);
        }
        if (verzoek is not null && string.IsNullOrWhiteSpace(verzoek.Reden))
        {
            return Weigering.Invoer(new Fout("reden", "Schrijf op waarom."));
        }
        var nu = moment.Nu;
        var uitkomst = await memorialen.SchrijfOfBegin(boeking.ToString(), memoriaal => beslis(memoriaal, regels, nu), ct);
        return uitkomst with { Zaak = regels[0].Zaak };
    }

    /// <summary>The reason is destroyed with the case, or of a movement that belongs to no case with the movement.</summary>
    public Verwijzing Bewaar(Grootboekregel regel, string reden) => memorialen.Bewaar(regel.Zaak ?? regel.Stroom, reden);
}
