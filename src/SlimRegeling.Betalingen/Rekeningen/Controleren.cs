using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Rekeningen;

/// <summary>A second person checks a changed account; agreement lets the held payments go.</summary>
public static class Controleren
{
    /// <param name="Toelichting">How it was checked, such as by a call to a number that was known before.</param>
    /// <param name="Naamreden">Why it is agreed to while the check of name and IBAN says that the account has another name; only asked then.</param>
    public sealed record Verzoek(int Volgnummer, bool Akkoord, string Toelichting, string? Naamreden = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/rekeningen/{kvkNummer}/controle", Voer).Voor(Rol.FinancieelControleur).Geeft<Bijgewerkt>();

    private static async Task<Uitkomst> Voer(
        string kvkNummer,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Rekening> rekeningen,
        Stroom<Betaalopdracht> betaalopdrachten,
        Belangen belangen,
        Werkeenheid<BetalingenContext> eenheid,
        INaamcontrole naamcontrole,
        Moment moment,
        CancellationToken ct
    )
    {
        if (string.IsNullOrWhiteSpace(verzoek.Toelichting))
        {
            return Weigering.Invoer(new Fout("toelichting", "Schrijf op hoe u de rekening hebt gecontroleerd."));
        }
        if (await rekeningen.Lees(kvkNummer, ct) is not { } bekend)
        {
            return Weigering.NietGevonden(kvkNummer);
        }
        var nu = moment.Nu;
        var toelichting = rekeningen.Bewaar(kvkNummer, verzoek.Toelichting);
        var naamreden = string.IsNullOrWhiteSpace(verzoek.Naamreden) ? null : rekeningen.Bewaar(kvkNummer, verzoek.Naamreden);
        var akkoorden = new HashSet<string>();
        var zaken = new HashSet<string>();
        foreach (var id in bekend.Betaalopdrachten)
        {
            if (await betaalopdrachten.Lees(id, ct) is { Open: true } betaalopdracht)
            {
                akkoorden.UnionWith(betaalopdracht.Akkoorden);
                zaken.Add(betaalopdracht.Opdracht.Zaaknummer);
            }
        }
        if ((await belangen.Gesloten(persoon.Onderwerp, ct)).FirstOrDefault(zaken.Contains) is { } gesloten)
        {
            return Belang.Gesloten(gesloten);
        }
        var oordeel = bekend.Huidig is { } huidig ? await naamcontrole.Vraag(eenheid, huidig.Gegevens, ct) : Naamoordeel.NietBeschikbaar;
        IReadOnlyList<string> vrij = [];
        var uitkomst = await rekeningen.Schrijf(
            kvkNummer,
            rekening =>
            {
                var beslissing = Beslis(
                    rekening,
                    verzoek.Volgnummer,
                    verzoek.Akkoord,
                    persoon.Onderwerp,
                    akkoorden,
                    toelichting,
                    nu,
                    oordeel,
                    naamreden
                );
                var na = beslissing.Gebeurtenissen.Aggregate(rekening, (stand, gebeurtenis) => stand.Na(gebeurtenis));
                vrij = na.TeControleren is null ? na.Betaalopdrachten : [];
                return beslissing;
            },
            ct
        );
        if (uitkomst.Weigering is null)
        {
            foreach (var id in vrij)
            {
                if ((await betaalopdrachten.Schrijf(id, o => GeefVrij(o, persoon.Onderwerp, nu), ct)).Weigering is { } weigering)
                {
                    return weigering;
                }
            }
        }
        return uitkomst;
    }

    /// <param name="akkoorden">Pseudonyms of who approved a payment of this enterprise that is not on its way yet.</param>
    /// <param name="naamcontrole">What the check of name and IBAN says: kept. That the account has another name asks a reason of its own to agree.</param>
    /// <param name="naamreden">Where that reason is kept; null when none was given.</param>
    public static Beslissing Beslis(
        Rekening rekening,
        int volgnummer,
        bool akkoord,
        string wie,
        IReadOnlySet<string> akkoorden,
        Verwijzing toelichting,
        Instant nu,
        Naamoordeel? naamcontrole = null,
        Verwijzing? naamreden = null
    )
    {
        if (rekening.Huidig?.Volgnummer != volgnummer)
        {
            return Weigering.Van(
                "andere-rekening",
                $"Rekening {volgnummer} is niet de rekening die nu geldt ({rekening.Huidig?.Volgnummer}). Controleer die."
            );
        }
        if (rekening.TeControleren is null)
        {
            return Weigering.Van("niet-nodig", $"Rekening {volgnummer} wacht niet op controle.");
        }
        if (rekening.Huidig.Door == wie)
        {
            return Weigering.NietDoorU("eigen-wijziging", "U hebt deze rekening zelf gewijzigd. Laat een collega haar controleren.");
        }
        if (akkoorden.Contains(wie))
        {
            return EigenAkkoord;
        }
        if (akkoord && naamcontrole == Naamoordeel.Anders && naamreden is null)
        {
            return Weigering.Invoer(
                new Fout(
                    "naamreden",
                    "De naamcontrole zegt dat deze rekening een andere naam heeft. Schrijf op waarom u toch akkoord gaat, of keur de rekening af."
                )
            );
        }
        return new RekeningGecontroleerd(volgnummer, akkoord, wie, toelichting, nu, naamcontrole, naamreden);
    }

    /// <summary>Looks again at who approved: that may have been at the same moment as this check.</summary>
    public static Beslissing GeefVrij(Betaalopdracht betaalopdracht, string wie, Instant nu) =>
        betaalopdracht switch
        {
            { WachtOpRekening: null } => Beslissing.Geen,
            { Akkoorden: var akkoorden } when akkoorden.Contains(wie) => EigenAkkoord,
            { WachtOpRekening: { } volgnummer, Opdracht: var opdracht } => new BetalingVrijgegeven(
                opdracht.Zaaknummer,
                opdracht.Bedrag,
                volgnummer,
                wie,
                nu
            ),
        };

    private static Weigering EigenAkkoord =>
        Weigering.NietDoorU(
            "eigen-akkoord",
            "U hebt een betaling aan deze onderneming geaccordeerd. Laat een collega de rekening controleren."
        );
}
