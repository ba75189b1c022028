using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>A second person signs what was proposed on a change, by the hash that was read: granted, the award is another version from then on.</summary>
public static class WijzigingOndertekenen
{
    /// <param name="Hash">The hash of the proposal that was read: what is signed is that and nothing else.</param>
    public sealed record Verzoek(string Hash);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/verleningen/{zaaknummer}/wijzigingen/{nummer}/ondertekening", Voer).Geeft<Bijgewerkt>().Voor(Rol.Medeondertekenaar);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        int nummer,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Verlening> verleningen,
        Regelbron<VerleningContext> regelbron,
        Belangen belangen,
        Moment moment,
        CancellationToken ct
    )
    {
        var wijziging = Wijzigingsnummer.Van(zaaknummer, nummer);
        var regels = await regelbron.Nu(ct);
        var metBelang = (await belangen.Bij([zaaknummer], ct))[zaaknummer].ToList();
        return await verleningen.Schrijf(
            zaaknummer,
            verlening => Beslis(zaaknummer, verlening, wijziging, verzoek.Hash, persoon.Onderwerp, regels, moment.Nu, metBelang),
            ct
        );
    }

    /// <summary>Deciding late is shown, not refused.</summary>
    /// <param name="wie">Pseudonym of who signs.</param>
    /// <param name="metBelang">Pseudonyms of who declared an interest of their own in the case; null when nobody did.</param>
    /// <param name="zonderBevestiging">Of one that was signed before anything was confirmed of who leaves, joins or receives more.</param>
    public static Beslissing Beslis(
        string zaaknummer,
        Verlening verlening,
        string nummer,
        string hash,
        string wie,
        Regelstanden regels,
        Instant nu,
        IReadOnlyCollection<string>? metBelang = null,
        bool zonderBevestiging = false
    )
    {
        if (metBelang?.Contains(wie) == true)
        {
            return Belang.Gesloten(zaaknummer);
        }
        var (open, gesloten) = Wijzigingspoort.Open(verlening, nummer);
        if (gesloten is not null)
        {
            return gesloten;
        }
        if (open!.Voorstel is not { } voorstel)
        {
            return GeenVoorstel;
        }
        if (voorstel.Uitkomst == Wijzigingsuitkomst.Toegewezen && Wijzigingspoort.Lopend(verlening) is { } weigering)
        {
            return weigering;
        }
        if (
            (
                Tweedepersoon.Persoon("dit besluit zelf voorgesteld", [voorstel.Door], wie, metBelang)
                ?? Tweedepersoon.Gelezen(voorstel.Voorstelhash, hash)
            ) is
            { } nietDoorU
        )
        {
            return nietDoorU;
        }
        return WijzigingVoorstellen.Hash(open.Gevraagd, voorstel, verlening.Verleend!) == voorstel.Voorstelhash
            ? Besluit(verlening, open, voorstel, wie, regels, nu, zonderBevestiging)
            : Weigering.Van(
                "verlening-gewijzigd",
                "De verlening is na dit voorstel gewijzigd. Zend het terug, zodat opnieuw wordt gekeken wat dit verzoek daarin verandert."
            );
    }

    internal static Weigering GeenVoorstel => Weigering.Van("geen-voorstel", "Op dit verzoek ligt nog geen besluit om te ondertekenen.");

    private static Beslissing Besluit(
        Verlening verlening,
        Wijzigingsverzoek verzoek,
        WijzigingVoorgesteld voorstel,
        string wie,
        Regelstanden regels,
        Instant nu,
        bool zonderBevestiging
    )
    {
        var (was, gevraagd) = (verlening.Verleend!, verzoek.Gevraagd);
        var versie = regels.Versie(was.Regelversie, nu);
        var besloten = new WijzigingBesloten(
            gevraagd.Wijziging,
            verlening.KvkNummer,
            versie.Id,
            gevraagd.Wijziging,
            was.Besluit,
            Moment.Dag(nu),
            verzoek.BeslissenUiterlijk,
            gevraagd.Vraag,
            Moment.Dag(gevraagd.Op),
            voorstel.Uitkomst,
            voorstel.Grond,
            voorstel.Voorstelhash,
            voorstel.Argument,
            [voorstel.Door, wie],
            versie.Hash,
            nu
        );
        if (voorstel.Uitkomst == Wijzigingsuitkomst.Afgewezen)
        {
            return besloten;
        }
        if (Wijzigingspoort.NaIntrekking(verlening, gevraagd.Vraag) is { } ingetrokken)
        {
            return ingetrokken;
        }
        if (
            !zonderBevestiging
            && Toetredingscontrole.Weiger(Partijgevolg.Van(verlening, gevraagd.Vraag), voorstel.Toetreding, versie) is { } onbevestigd
        )
        {
            return onbevestigd;
        }
        var gevolg = Wijzigingsgevolg.Van(verlening, gevraagd.Vraag, versie);
        return gevolg.Fouten.Count > 0
            ? WijzigingVoorstellen.PastNietMeer
            : besloten with
            {
                Wordt = gevolg.Wordt,
                // The award as it was first given is the first.
                Versienummer = verlening.Herschreven + 2,
                PeriodeTotWas = was.PeriodeTot,
                PartijenWas = was.Partijen,
                AandelenWas = was.Aandelen,
                PostenWas = was.Posten,
            };
    }
}
