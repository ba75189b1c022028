using NodaTime;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Rekeningen;

/// <summary>Keeps a copy of the account and holds the payments that are not on their way yet when it must be checked.</summary>
public sealed class BijRekeningGewijzigd(
    Stroom<Rekening> rekeningen,
    Stroom<Betaalopdracht> betaalopdrachten,
    Contextgegevens relaties,
    Moment moment
) : IVerwerker<RekeningGewijzigdBericht>
{
    public async Task Verwerk(RekeningGewijzigdBericht bericht, CancellationToken ct)
    {
        var nu = moment.Nu;
        var adres = FormattableString.Invariant($"/ondernemingen/{bericht.KvkNummer}/rekening?volgnummer={bericht.Volgnummer}");
        var gegevens = await relaties.Haal<Bankgegevens>("relaties", adres, bericht.Hash, ct);
        Rekening na = new();
        await rekeningen.SchrijfOfBegin(
            bericht.KvkNummer,
            rekening =>
            {
                var beslissing = Beslis(
                    rekening,
                    bericht.Volgnummer,
                    () => rekeningen.Bewaar(bericht.KvkNummer, gegevens),
                    bericht.Door,
                    nu
                );
                na = beslissing.Gebeurtenissen.Aggregate(rekening ?? na, (stand, gebeurtenis) => stand.Na(gebeurtenis));
                return beslissing;
            },
            ct
        );
        if (na.TeControleren == bericht.Volgnummer)
        {
            foreach (var id in na.Betaalopdrachten)
            {
                await betaalopdrachten.Schrijf(id, o => HoudAan(o, bericht.Volgnummer, nu), ct);
            }
        }
    }

    /// <param name="bewaar">Keeps our copy of the account; not asked for one that is known.</param>
    public static Beslissing Beslis(Rekening? rekening, int volgnummer, Func<Verwijzing> bewaar, string door, Instant nu) =>
        rekening?.Versies.Any(v => v.Volgnummer == volgnummer) == true
            ? Beslissing.Geen
            : new RekeningVernomen(volgnummer, bewaar(), door, nu);

    /// <summary>What is on its way to the bank cannot be stopped here any more.</summary>
    public static Beslissing HoudAan(Betaalopdracht betaalopdracht, int volgnummer, Instant nu) =>
        !betaalopdracht.Open || betaalopdracht.WachtOpRekening >= volgnummer
            ? Beslissing.Geen
            : new BetalingAangehouden(betaalopdracht.Opdracht.Zaaknummer, betaalopdracht.Opdracht.Bedrag, volgnummer, nu);
}
