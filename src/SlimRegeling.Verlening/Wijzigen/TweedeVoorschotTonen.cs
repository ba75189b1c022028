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

/// <summary>What lies ready to be signed of the second advance of a partnership, for employees; the recipient has the letter.</summary>
public static class TweedeVoorschotTonen
{
    /// <param name="Hash">What is signed; absent while nothing is proposed, like the next three.</param>
    /// <param name="WaaromNiet">Why it cannot be proposed, or signed by the caller; absent when it can.</param>
    /// <param name="Terugzending">Why the last proposal went back; absent when none did, or another came.</param>
    /// <param name="Besluit">Number of the decision that gave it; absent while there is none.</param>
    public sealed record Beeld(
        string Zaaknummer,
        decimal Bedrag,
        Instant? VerslagOntvangenOp = null,
        bool TeLaat = false,
        string? Hash = null,
        string? Door = null,
        Instant? Op = null,
        string? Argument = null,
        string? WaaromNiet = null,
        string? Terugzending = null,
        string? Besluit = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/verleningen/{zaaknummer}/voorschotvoorstel", Voer)
            .Geeft<Beeld>()
            .LegtInzageVast("voorschotvoorstel")
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Persoon persoon,
        Stroom<Verlening> verleningen,
        Werkeenheid<VerleningContext> eenheid,
        Regelbron<VerleningContext> regelbron,
        Belangen belangen,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await verleningen.Lees(zaaknummer, ct) is not { Verleend: not null } gelezen)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
        var metBelang = (await belangen.Bij([zaaknummer], ct))[zaaknummer].ToList();
        var argument = gelezen.Voortgang?.Voorstel is { } voorstel ? await eenheid.Lees<Reden>(voorstel.Argument, ct) : null;
        var terug = gelezen.Voortgang?.Teruggezonden is { } teruggezonden ? await eenheid.Lees<Reden>(teruggezonden.Reden, ct) : null;
        return await verleningen.Toon(
            zaaknummer,
            verlening =>
                Van(verlening, persoon.Onderwerp, regels, nu, metBelang) with
                {
                    Argument = argument?.Tekst,
                    Terugzending = terug?.Tekst,
                },
            ct
        );
    }

    private static Beeld Van(Verlening verlening, string wie, Regelstanden regels, Instant nu, IReadOnlyCollection<string> metBelang)
    {
        var (voortgang, voorstel) = (verlening.Voortgang, verlening.Voortgang?.Voorstel);
        var versie = regels.Versie(verlening.Verleend!.Regelversie, nu);
        var niet = voorstel is null
            ? TweedeVoorschotVoorstellen.Mogelijk(verlening, regels, nu)
            : TweedeVoorschotOndertekenen.Beslis(verlening.Id, verlening, voorstel.Voorstelhash, wie, regels, nu, metBelang).Weigering;
        return new(
            verlening.Id,
            voortgang?.Toegekend?.Bedrag ?? voorstel?.Bedrag ?? TweedeVoorschotVoorstellen.Bedrag(verlening, versie),
            voortgang?.Ontvangen.Op,
            voortgang is not null && Moment.Dag(voortgang.Ontvangen.Op) > voortgang.Ontvangen.Uiterlijk,
            voorstel?.Voorstelhash,
            voorstel?.Door,
            voorstel?.Op,
            WaaromNiet: niet?.Uitleg,
            Besluit: voortgang?.Toegekend?.Besluit
        );
    }
}
