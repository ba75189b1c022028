using NodaTime;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Betalingen.Bankbestanden;
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
                    nu,
                    !SepaTekst.Naam(gegevens.Tenaamstelling).Gelukt
                );
                na = beslissing.Gebeurtenissen.Aggregate(rekening ?? na, (stand, gebeurtenis) => stand.Na(gebeurtenis));
                return beslissing;
            },
            ct
        );
        if (na.Huidig is { } huidig && huidig.Volgnummer == bericht.Volgnummer)
        {
            await betaalopdrachten.SchrijfElk(na.Betaalopdrachten, o => HoudAan(o, huidig, na.TeControleren is not null, nu), ct);
        }
    }

    /// <param name="bewaar">Keeps our copy of the account; not asked for one that is known.</param>
    /// <param name="onschrijfbaar">Whether nothing of its name is left in the characters that a bank takes.</param>
    public static Beslissing Beslis(
        Rekening? rekening,
        int volgnummer,
        Func<Verwijzing> bewaar,
        string door,
        Instant nu,
        bool onschrijfbaar = false
    ) =>
        rekening?.Versies.Any(v => v.Volgnummer == volgnummer) == true
            ? Beslissing.Geen
            : new RekeningVernomen(volgnummer, bewaar(), door, nu, onschrijfbaar ? true : null);

    /// <summary>What is on its way to the bank cannot be stopped here any more. For the name of an account that counts no more nothing waits.</summary>
    /// <param name="controleren">Whether the account must be checked first.</param>
    public static Beslissing HoudAan(Betaalopdracht betaalopdracht, Rekeningversie rekening, bool controleren, Instant nu)
    {
        if (!betaalopdracht.Open)
        {
            return Beslissing.Geen;
        }
        var opdracht = betaalopdracht.Opdracht;
        var gebeurtenissen = new List<Gebeurtenis>();
        if (controleren && !(betaalopdracht.WachtOpRekening >= rekening.Volgnummer))
        {
            gebeurtenissen.Add(new BetalingAangehouden(opdracht.Zaaknummer, opdracht.Bedrag, rekening.Volgnummer, nu));
        }
        var stand = gebeurtenissen.Aggregate(betaalopdracht, (o, gebeurtenis) => o.Na(gebeurtenis));
        if (rekening.Onschrijfbaar)
        {
            gebeurtenissen.AddRange(stand.HoudAan(rekening.Nummer, Aanhoudgrond.Naam, nu).Gebeurtenissen);
        }
        foreach (var oud in stand.Aanhoudingen.Where(a => a.Grond == Aanhoudgrond.Naam && a.Nummer != rekening.Nummer))
        {
            gebeurtenissen.AddRange(stand.HefOp(oud.Nummer, Aanhoudgrond.Naam, null, null, nu).Gebeurtenissen);
        }
        return Beslissing.Van(gebeurtenissen);
    }
}
