using JasperFx;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using Fout = SlimRegeling.Platform.Stromen.Fout;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>
/// Takes back a payment file that never came to the bank: one proposes it after its value date with what the bank said, another confirms. Its payments go back
/// to their orders, and the file is given to nobody any more. A file of which the bank carried out or refused anything did come there.
/// </summary>
public static class BestandTerugnemen
{
    private const string Betalen = "artikel 4:52, eerste lid, Awb";
    private const string Onbevangen = "artikel 2:4, eerste lid, Awb";

    /// <param name="Toelichting">What the bank said of it, and when.</param>
    public sealed record Verzoek(string Toelichting);

    /// <param name="Hash">Of the proposal as it was looked at.</param>
    public sealed record Bevestiging(string Hash);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/betaalbestanden/{id}/terugname", Voorstellen)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .Geeft<Bijgewerkt>();
        api.MapPost("/betaalbestanden/{id}/terugname/bevestiging", Bevestigen)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .Geeft<Bijgewerkt>();
        api.MapPost("/betaalbestanden/{id}/terugname/vervallenverklaring", LaatVervallen)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .Geeft<Bijgewerkt>();
    }

    private static async Task<Uitkomst> Voorstellen(
        string id,
        Verzoek verzoek,
        Persoon persoon,
        Werkeenheid<BetalingenContext> eenheid,
        Stroom<Betaalronde> rondes,
        Moment moment,
        CancellationToken ct
    )
    {
        if (string.IsNullOrWhiteSpace(verzoek.Toelichting))
        {
            return Weigering.Invoer(new Fout("toelichting", "Schrijf op wat de bank over dit bestand zei, en wanneer."));
        }
        var nu = moment.Nu;
        return await Schrijf(
            id,
            eenheid,
            rondes,
            (ronde, opdrachten) => Beslis(ronde, opdrachten, () => rondes.Bewaar(id, verzoek.Toelichting), persoon.Onderwerp, nu),
            ct
        );
    }

    private static async Task<Uitkomst> Bevestigen(
        string id,
        Bevestiging verzoek,
        Persoon persoon,
        Werkeenheid<BetalingenContext> eenheid,
        Stroom<Betaalronde> rondes,
        Stroom<Betaalopdracht> betaalopdrachten,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        IReadOnlyList<string> ids = [];
        var uitkomst = await Schrijf(
            id,
            eenheid,
            rondes,
            (ronde, opdrachten) =>
            {
                ids = ronde.Betaalopdrachten;
                return Bevestig(ronde, opdrachten, verzoek.Hash, persoon.Onderwerp, nu);
            },
            ct
        );
        if (uitkomst.Weigering is null)
        {
            await betaalopdrachten.SchrijfElk(ids, o => GeefTerug(o, id, persoon.Onderwerp, nu), ct);
        }
        return uitkomst;
    }

    private static Task<Uitkomst> LaatVervallen(
        string id,
        Persoon persoon,
        Werkeenheid<BetalingenContext> eenheid,
        Stroom<Betaalronde> rondes,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        return Schrijf(
            id,
            eenheid,
            rondes,
            (ronde, _) =>
                ronde is { Terugname: not null, Teruggenomen: false }
                    ? new BetaalbestandTerugnameVervallen(persoon.Onderwerp, nu)
                    : NietVoorgesteld(ronde),
            ct
        );
    }

    /// <param name="bewaar">Keeps what the bank said; not asked when it is refused.</param>
    public static Beslissing Beslis(
        Betaalronde ronde,
        IReadOnlyList<Betaalopdracht> opdrachten,
        Func<Verwijzing> bewaar,
        string wie,
        Instant nu
    ) =>
        Weiger(ronde, opdrachten, Moment.Dag(nu)) is { } weigering ? weigering
        : ronde.Terugname is not null
            ? Weigering.Van(
                "terugname-voorgesteld",
                $"Er is al voorgesteld om betaalbestand {ronde.Id} terug te nemen. Laat een collega dat bevestigen, of laat het vervallen.",
                Betalen
            )
        : new BetaalbestandTerugnameVoorgesteld(bewaar(), wie, nu);

    /// <summary>A second person agrees.</summary>
    public static Beslissing Bevestig(Betaalronde ronde, IReadOnlyList<Betaalopdracht> opdrachten, string hash, string wie, Instant nu)
    {
        if (ronde is not { Terugname: { } terugname, Teruggenomen: false })
        {
            return NietVoorgesteld(ronde);
        }
        if (terugname.Door == wie)
        {
            return Weigering.NietDoorU("zelf-voorgesteld", "U hebt dit zelf voorgesteld. Laat een collega het bevestigen.", Onbevangen);
        }
        if (terugname.Toelichting.Hash != hash)
        {
            return Weigering.Van(
                "ander-voorstel",
                "Dit voorstel is veranderd sinds u het bekeek. Bekijk het opnieuw en bevestig wat er nu staat.",
                Onbevangen
            );
        }
        return Weiger(ronde, opdrachten, Moment.Dag(nu)) is { } weigering
            ? weigering
            : new BetaalbestandTeruggenomen(terugname.Door, wie, nu);
    }

    /// <summary>The payment can be proposed in another round.</summary>
    /// <exception cref="ConcurrencyException">The bank did something with it since that was looked at: all of it is decided again.</exception>
    public static Beslissing GeefTerug(Betaalopdracht betaalopdracht, string bestand, string wie, Instant nu) =>
        IsOnderweg(betaalopdracht, bestand)
            ? new BetalingAfgewezen(betaalopdracht.Opdracht, bestand, Bankreden.Toegelicht, nu, wie)
            : throw new ConcurrencyException(typeof(Betaalopdracht), betaalopdracht.Id);

    private static Weigering? Weiger(Betaalronde ronde, IReadOnlyList<Betaalopdracht> opdrachten, LocalDate vandaag)
    {
        if (ronde.Teruggenomen)
        {
            return AlTeruggenomen(ronde);
        }
        if (ronde.Gemaakt is not { } gemaakt)
        {
            return Weigering.Van("geen-bestand", $"Van betaalronde {ronde.Id} is geen bestand gemaakt. Er is niets terug te nemen.", Betalen);
        }
        if (gemaakt.Uitvoerdatum >= vandaag)
        {
            return Weigering.Van(
                "uitvoerdatum-niet-voorbij",
                $"De bank kan betaalbestand {ronde.Id} nog uitvoeren. Neem het pas terug als de uitvoerdatum voorbij is.",
                Betalen
            );
        }
        return opdrachten.FirstOrDefault(o => !IsOnderweg(o, ronde.Id)) is { } bekend
            ? Weigering.Van(
                "bestand-aangekomen",
                $"De bank heeft {bekend.Id} uit betaalbestand {ronde.Id} uitgevoerd of geweigerd: het bestand kwam daar aan. Vraag de bank naar de rest.",
                Betalen
            )
            : null;
    }

    private static bool IsOnderweg(Betaalopdracht betaalopdracht, string bestand) =>
        betaalopdracht.Status == Betaalstatus.InBestand && betaalopdracht.Bestand == bestand;

    private static Weigering NietVoorgesteld(Betaalronde ronde) =>
        ronde.Teruggenomen
            ? AlTeruggenomen(ronde)
            : Weigering.Van(
                "niets-voorgesteld",
                $"Er is niet voorgesteld om betaalbestand {ronde.Id} terug te nemen. Stel dat eerst voor.",
                Betalen
            );

    private static Weigering AlTeruggenomen(Betaalronde ronde) =>
        Weigering.Van("al-teruggenomen", $"Betaalbestand {ronde.Id} is al teruggenomen. Zijn betalingen kunnen in een nieuwe ronde.", Betalen);

    /// <summary>Writes the round with its orders at hand. Closed to who has an interest of their own in one of these.</summary>
    private static async Task<Uitkomst> Schrijf(
        string id,
        Werkeenheid<BetalingenContext> eenheid,
        Stroom<Betaalronde> rondes,
        Func<Betaalronde, IReadOnlyList<Betaalopdracht>, Beslissing> beslis,
        CancellationToken ct
    )
    {
        IReadOnlyList<string> zaken = [];
        var uitkomst = await rondes.SchrijfOfBegin(
            id,
            _ => { },
            async ronde =>
            {
                if (ronde is null)
                {
                    return Weigering.NietGevonden(id);
                }
                var opdrachten = await eenheid.Sessie.LoadManyAsync<Betaalopdracht>(ct, ronde.Betaalopdrachten);
                zaken = [.. opdrachten.Select(o => o.Opdracht.Zaaknummer).Distinct()];
                return beslis(ronde, opdrachten);
            },
            ct
        );
        return uitkomst with { Zaken = zaken };
    }
}
