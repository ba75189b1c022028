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

/// <summary>A second person signs the second advance, or sends it back; no money goes by one person's word.</summary>
public static class TweedeVoorschotOndertekenen
{
    /// <param name="Hash">The hash of the proposal that was read: what is signed is that and nothing else.</param>
    public sealed record Verzoek(string Hash);

    public sealed record Terugzending(string Reden);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/verleningen/{zaaknummer}/voorschotvoorstel/ondertekening", Voer).Geeft<Bijgewerkt>().Voor(Rol.Medeondertekenaar);
        api.MapPost("/verleningen/{zaaknummer}/voorschotvoorstel/terugzending", StuurTerug).Geeft<Bijgewerkt>().Voor(Rol.Medeondertekenaar);
    }

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Verlening> verleningen,
        Regelbron<VerleningContext> regelbron,
        Belangen belangen,
        Moment moment,
        CancellationToken ct
    )
    {
        var regels = await regelbron.Nu(ct);
        var metBelang = (await belangen.Bij([zaaknummer], ct))[zaaknummer].ToList();
        return await verleningen.Schrijf(
            zaaknummer,
            verlening => Beslis(zaaknummer, verlening, verzoek.Hash, persoon.Onderwerp, regels, moment.Nu, metBelang),
            ct
        );
    }

    private static Task<Uitkomst> StuurTerug(
        Zaaknummer zaaknummer,
        Terugzending verzoek,
        Persoon persoon,
        Stroom<Verlening> verleningen,
        Moment moment,
        CancellationToken ct
    ) =>
        verleningen.Schrijf(
            zaaknummer,
            verlening =>
                ZendTerug(
                    verlening,
                    verzoek,
                    () => verleningen.Bewaar(zaaknummer, new Reden(verzoek.Reden.Trim())),
                    persoon.Onderwerp,
                    moment.Nu
                ),
            ct
        );

    /// <param name="wie">Pseudonym of who signs.</param>
    /// <param name="metBelang">Pseudonyms of who declared an interest of their own in the case; null when nobody did.</param>
    public static Beslissing Beslis(
        string zaaknummer,
        Verlening verlening,
        string hash,
        string wie,
        Regelstanden regels,
        Instant nu,
        IReadOnlyCollection<string>? metBelang = null
    )
    {
        if (metBelang?.Contains(wie) == true)
        {
            return Belang.Gesloten(zaaknummer);
        }
        if (TweedeVoorschotVoorstellen.Mogelijk(verlening, regels, nu) is { } weigering)
        {
            return weigering;
        }
        if (verlening.Voortgang!.Voorstel is not { } voorstel)
        {
            return GeenVoorstel;
        }
        if (
            (
                Tweedepersoon.Persoon("dit voorschot zelf voorgesteld", [voorstel.Door], wie, metBelang)
                ?? Tweedepersoon.Gelezen(voorstel.Voorstelhash, hash)
            ) is
            { } nietDoorU
        )
        {
            return nietDoorU;
        }
        var verleend = verlening.Verleend!;
        var versie = regels.Versie(verleend.Regelversie, nu);
        return
            TweedeVoorschotVoorstellen.Hash(zaaknummer, voorstel, verlening) == voorstel.Voorstelhash
            && TweedeVoorschotVoorstellen.Bedrag(verlening, versie) == voorstel.Bedrag
            ? new VoorschotToegekend(
                verleend.KvkNummer,
                Wijzigingsnummer.TweedeVoorschot(zaaknummer),
                voorstel.Bedrag,
                [voorstel.Door, wie],
                nu,
                versie.Id,
                versie.Hash,
                NaVoortgang: true,
                Totaal: verleend.Voorschot + voorstel.Bedrag
            )
            : Weigering.Van(
                "verlening-gewijzigd",
                "De verlening is na dit voorstel gewijzigd. Zend het terug, zodat het voorschot opnieuw wordt bepaald."
            );
    }

    /// <param name="bewaar">Keeps the reason beside the stream; called only when the proposal goes back.</param>
    public static Beslissing ZendTerug(Verlening verlening, Terugzending verzoek, Func<Verwijzing> bewaar, string wie, Instant nu) =>
        verlening.Voortgang?.Voorstel is not { } voorstel ? GeenVoorstel
        : string.IsNullOrWhiteSpace(verzoek.Reden)
            ? Weigering.Invoer(new Fout("reden", "Schrijf op wat er anders moet.", "artikel 3:46 Awb"))
        : new TweedeVoorschotTeruggezonden(voorstel.Voorstelhash, wie, bewaar(), nu);

    private static Weigering GeenVoorstel => Weigering.Van("geen-voorstel", "Er ligt geen tweede voorschot om te ondertekenen.");
}
