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
using SlimRegeling.Verlening.Herstellen;
using SlimRegeling.Verlening.Intrekkingen;
using SlimRegeling.Verlening.Wijzigen;

namespace SlimRegeling.Verlening;

/// <summary>
/// What would be told of a proposal if it were signed now, for who writes its letter before it is: the same decision by the same function, of which
/// nothing is kept.
/// </summary>
public static class Besluitvoorbeeld
{
    /// <summary>Stands in the place of the second signature, which is not there yet; no letter names who signs.</summary>
    private const string Niemand = "voorbeeld";

    /// <summary>Exactly one of them.</summary>
    public sealed record Beeld(
        SubsidieVerleendBericht? Verlening = null,
        AanvraagAfgewezenBericht? Afwijzing = null,
        HerstelbesluitGenomenBericht? Herstel = null,
        VerleningIngetrokkenBericht? Intrekking = null,
        WijzigingBeslotenBericht? Wijziging = null,
        VoorschotToegekendBericht? Voorschot = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/verleningen/{zaaknummer}/besluitvoorbeeld", Voer).Voor(Rol.Dienst).Geeft<Beeld>();

    /// <param name="over">Number of a change that was asked, or of the decision on the second advance; absent: what lies ready of the award itself.</param>
    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        string? over,
        Stroom<Verlening> verleningen,
        Regelbron<VerleningContext> regelbron,
        Moment moment,
        CancellationToken ct
    ) =>
        await verleningen.Lees(zaaknummer, ct) is { } verlening
        && Van(
            string.IsNullOrEmpty(over)
                ? AlsOndertekend(zaaknummer, verlening, await regelbron.Nu(ct), moment.Nu)
                : Project(zaaknummer, verlening, over, await regelbron.Nu(ct), moment.Nu),
            zaaknummer
        )
            is { } beeld
            ? Uitkomst.Ok(beeld)
            : Weigering.NietGevonden(zaaknummer);

    private static Beslissing AlsOndertekend(string zaaknummer, Verlening verlening, Regelstanden regels, Instant nu) =>
        verlening switch
        {
            { LigtVoor: { } hash } => Ondertekenen.Beslis(zaaknummer, verlening, hash, Niemand, regels, nu),
            { Intrekking.Voorgelegd: not null } => IntrekkingOndertekenen.Besluit(zaaknummer, verlening, Niemand, regels, nu),
            { Herstel.Voorgelegd: not null } => HerstelOndertekenen.Besluit(zaaknummer, verlening, Niemand, regels, nu),
            _ => Beslissing.Geen,
        };

    private static Beslissing Project(string zaaknummer, Verlening verlening, string over, Regelstanden regels, Instant nu) =>
        verlening.Wijziging(over) is { Voorstel: { } wijziging }
            ? WijzigingOndertekenen.Beslis(zaaknummer, verlening, over, wijziging.Voorstelhash, Niemand, regels, nu)
        : over == Wijzigingsnummer.TweedeVoorschot(zaaknummer) && verlening.Voortgang?.Voorstel is { } voorschot
            ? TweedeVoorschotOndertekenen.Beslis(zaaknummer, verlening, voorschot.Voorstelhash, Niemand, regels, nu)
        : Beslissing.Geen;

    /// <summary>Null when nothing would be decided.</summary>
    public static Beeld? Van(Beslissing beslissing, string zaaknummer)
    {
        var gezegd = beslissing.Gebeurtenissen.SelectMany(e => Uitgaand.Berichten(zaaknummer, e)).ToList();
        // What it does to the case is told in the letter that tells what was wrong.
        if (gezegd.OfType<HerstelbesluitGenomenBericht>().FirstOrDefault() is { } herstel)
        {
            return new(Herstel: herstel);
        }
        if (gezegd.OfType<WijzigingBeslotenBericht>().FirstOrDefault() is { } wijziging)
        {
            return new(Wijziging: wijziging);
        }
        if (gezegd.OfType<VoorschotToegekendBericht>().FirstOrDefault(v => v.NaVoortgang == true) is { } voorschot)
        {
            return new(Voorschot: voorschot);
        }
        if (gezegd.OfType<VerleningIngetrokkenBericht>().FirstOrDefault() is { } intrekking)
        {
            return new(Intrekking: intrekking);
        }
        var (verlening, afwijzing) = (
            gezegd.OfType<SubsidieVerleendBericht>().FirstOrDefault(),
            gezegd.OfType<AanvraagAfgewezenBericht>().FirstOrDefault()
        );
        return verlening is null && afwijzing is null ? null : new(verlening, afwijzing);
    }
}
