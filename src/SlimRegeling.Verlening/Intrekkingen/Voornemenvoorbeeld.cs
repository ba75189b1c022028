using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>
/// What the recipient would be told if what somebody typed were proposed now, for who writes that letter before it is: proposing sends it at
/// once. The same decision by the same function, of which nothing is kept.
/// </summary>
public static class Voornemenvoorbeeld
{
    /// <summary>Stands in the place of who proposes; the letter does not name them.</summary>
    private const string Niemand = "voorbeeld";

    /// <param name="Tekst">Why, as it would be kept.</param>
    public sealed record Beeld(IntrekkingVoorgenomenBericht Voornemen, Intrekkingstekst Tekst);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/verleningen/{zaaknummer}/intrekkingen/voorbeeld", Voer).Voor(Rol.Dienst).SlaatNietsOp().Geeft<Beeld>();

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        IntrekkingVoorstellen.Verzoek verzoek,
        Stroom<Verlening> verleningen,
        Bezwaarregister register,
        Regelbron<VerleningContext> regelbron,
        Moment moment,
        CancellationToken ct
    ) =>
        await verleningen.Lees(zaaknummer, ct) is { } verlening
            ? Van(zaaknummer, verlening, await register.Van(zaaknummer, ct), verzoek, await regelbron.Nu(ct), moment.Nu)
            : Weigering.NietGevonden(zaaknummer);

    /// <param name="bezwaren">Those of the case.</param>
    public static Uitkomst Van(
        string zaaknummer,
        Verlening verlening,
        IReadOnlyList<Bezwaar> bezwaren,
        IntrekkingVoorstellen.Verzoek verzoek,
        Regelstanden regels,
        Instant nu
    )
    {
        var teksten = new List<Intrekkingstekst>();
        var beslissing = IntrekkingVoorstellen.Beslis(zaaknummer, verlening, bezwaren, verzoek, NietBewaard, Niemand, regels, nu);
        if (beslissing.Weigering is { } weigering)
        {
            return weigering;
        }
        var gezegd = beslissing.Gebeurtenissen.SelectMany(e => Uitgaand.Berichten(zaaknummer, e));
        var voornemen = gezegd.OfType<IntrekkingVoorgenomenBericht>().Single();
        return voornemen.NietGehoord == Hoorreden.Doel ? ZonderVertellen : Uitkomst.Ok(new Beeld(voornemen, teksten.Single()));

        Verwijzing NietBewaard(Intrekkingstekst tekst)
        {
            teksten.Add(tekst);
            return new(Guid.Empty, "");
        }
    }

    private static Weigering ZonderVertellen =>
        Weigering.Invoer(
            new Fout(
                "nietHoren",
                "De ontvanger mag hier vooraf niet van weten, dus er gaat geen voornemen uit. De brief van het besluit ziet u na uw voorstel.",
                "artikel 4:11, aanhef en onder c, Awb"
            )
        );
}
