using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>
/// An employee proposes to withdraw the award, as long as it is not settled (4:48 Awb), or the settlement, within five years (4:49 Awb): all of it, or down
/// to an amount. The recipient is heard first (4:8 Awb), or it is said why not; then it lies ready to be signed at once.
/// </summary>
public static class IntrekkingVoorstellen
{
    /// <param name="Bedrag">What the subsidy becomes at most, in euro; zero when all of it is withdrawn.</param>
    /// <param name="Grond">A code of the rule version; which are open follows from whether it is settled.</param>
    /// <param name="Argument">Why; it stands in the letters (3:46 Awb).</param>
    /// <param name="Hardheid">What was weighed for the hardship clause (4.1); it stands in the letters.</param>
    /// <param name="Partijen">Of a partnership: what each party receives from then on, in euro by KVK number.</param>
    /// <param name="Vanaf">From which day on; absent when it reaches back to the decision that it is about.</param>
    /// <param name="Sinds">The day on which an obligation was not kept, when that was after the settlement.</param>
    /// <param name="NietHoren">One of <see cref="Hoorreden"/>; absent when the recipient is heard.</param>
    /// <param name="WaaromNietHoren">Why, in words.</param>
    public sealed record Verzoek(
        decimal Bedrag,
        string Grond,
        string Argument,
        string Hardheid,
        IReadOnlyDictionary<string, decimal>? Partijen = null,
        LocalDate? Vanaf = null,
        LocalDate? Sinds = null,
        string? NietHoren = null,
        string? WaaromNietHoren = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/verleningen/{zaaknummer}/intrekkingen", Voer).Geeft<Bijgewerkt>().Voor(Rol.Beoordelaar);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Verlening> verleningen,
        Bezwaarregister register,
        Regelbron<VerleningContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        var (bezwaren, regels) = (await register.Van(zaaknummer, ct), await regelbron.Nu(ct));
        return await verleningen.Schrijf(
            zaaknummer,
            verlening =>
                Beslis(
                    zaaknummer,
                    verlening,
                    bezwaren,
                    verzoek,
                    tekst => verleningen.Bewaar(zaaknummer, tekst),
                    persoon.Onderwerp,
                    regels,
                    moment.Nu
                ),
            ct
        );
    }

    /// <param name="bezwaren">Those of the case.</param>
    /// <param name="bewaar">Keeps what was written beside the stream; called only when it can be proposed.</param>
    public static Beslissing Beslis(
        string zaaknummer,
        Verlening verlening,
        IReadOnlyList<Bezwaar> bezwaren,
        Verzoek verzoek,
        Func<Intrekkingstekst, Verwijzing> bewaar,
        string wie,
        Regelstanden regels,
        Instant nu
    )
    {
        if (Intrekkingspoort.Weiger(verlening, bezwaren) is { } weigering)
        {
            return weigering;
        }
        if (verlening.Intrekking?.Voorstel is { } ligt)
        {
            return Weigering.Van(
                "intrekking-ligt-voor",
                $"Er ligt al een voorstel om in te trekken, met nummer {ligt.Intrekking}. Rond dat eerst af, of zend het terug."
            );
        }
        var verleend = verlening.Verleend!;
        var versie = regels.Versie(verleend.Regelversie, nu);
        var soort = Intrekkingspoort.Betreft(verlening);
        if (Intrekkingsinvoer.Fouten(verlening, verzoek, versie, soort, nu) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        if (Intrekkingspoort.TeLaat(verlening, soort, verzoek.Sinds, nu) is { } teLaat)
        {
            return teLaat;
        }
        var tekst = bewaar(new Intrekkingstekst(verzoek.Argument.Trim(), verzoek.Hardheid.Trim(), OfNiets(verzoek.WaaromNietHoren)));
        var voorstel = new IntrekkingVoorgesteld(
            verlening.KvkNummer,
            Intrekkingsnummer.Van(zaaknummer, (verlening.Intrekking?.Voorstellen ?? 0) + 1),
            verlening.Vaststelling?.Besluit ?? verleend.Besluit,
            soort,
            verzoek.Grond,
            verzoek.Bedrag,
            verleend.Bedrag,
            verlening.Vaststelling?.Vastgesteld,
            verzoek.Partijen,
            verzoek.Vanaf,
            verzoek.Sinds,
            verzoek.NietHoren,
            Termijnen.Einde(versie, Termijncode.OpschortingBetaling, Moment.Dag(nu)),
            tekst,
            wie,
            versie.Id,
            versie.Hash,
            nu
        );
        return voorstel.NietGehoord is null
            ? voorstel
            : Beslissing.Van(voorstel, IntrekkingVoorleggen.Voorgelegd(zaaknummer, voorstel, [], tekst, wie, nu));
    }

    private static string? OfNiets(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();
}
