using Marten;
using NodaTime;
using SlimRegeling.Aanvragen.Werkblad;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// Writes what can change the order of a window: decided at the moment of receipt, and counted in its horizon (<see cref="Ontvangstbewaking"/>),
/// each kind once a case.
/// </summary>
public sealed class Ordewijziging(
    Stroom<Aanvraag> aanvragen,
    Werkeenheid<AanvragenContext> eenheid,
    Contextregister contexten,
    Aanroep aanroep
)
{
    public async Task<Uitkomst> Schrijf(string zaaknummer, Func<Aanvraag, Instant, Beslissing> beslis, CancellationToken ct)
    {
        var nu = await Moment([zaaknummer], ct);
        return await aanvragen.Schrijf(zaaknummer, aanvraag => Zeg(aanvraag, beslis(aanvraag, nu)), ct);
    }

    /// <inheritdoc cref="Stroom{T}.SchrijfElk"/>
    public async Task<IReadOnlyList<Weigering?>> SchrijfElk(
        IReadOnlyList<string> zaaknummers,
        Func<Aanvraag, Instant, Beslissing> beslis,
        CancellationToken ct
    )
    {
        var nu = await Moment(zaaknummers, ct);
        return await aanvragen.SchrijfElk(zaaknummers, aanvraag => Zeg(aanvraag, beslis(aanvraag, nu)), ct);
    }

    /// <summary>The same for what another context said of a case, at the moment at which it happened there.</summary>
    public async Task<Uitkomst> Hoor(string zaaknummer, Instant op, Func<Aanvraag, Instant, Beslissing> beslis, CancellationToken ct)
    {
        var horizon = await Ontvangstbewaking.Horizon(contexten.Van(typeof(AanvragenContext)).Bron, [zaaknummer], ct);
        return await aanvragen.Schrijf(zaaknummer, aanvraag => Zeg(aanvraag, beslis(aanvraag, Deurstand.Na(horizon, op))), ct);
    }

    private Task<Instant> Moment(IReadOnlyList<string> zaaknummers, CancellationToken ct) =>
        Ontvangstbewaking.Moment(contexten.Van(typeof(AanvragenContext)).Bron, aanroep, zaaknummers, ct);

    /// <param name="aanvraag">As it was before the decision.</param>
    private Beslissing Zeg(Aanvraag aanvraag, Beslissing beslissing)
    {
        foreach (var gebeurtenis in beslissing.Gebeurtenissen)
        {
            Zeg(eenheid.Sessie, aanvraag, gebeurtenis);
        }
        return beslissing;
    }

    private static void Zeg(IDocumentSession sessie, Aanvraag aanvraag, Gebeurtenis gebeurtenis)
    {
        switch (gebeurtenis)
        {
            case AanvullingGevraagd e:
                Ontvangstbewaking.Zegt(sessie, aanvraag.Ingediend!.Tijdvak, aanvraag.Id, "aanvulling-gevraagd", e.Op);
                break;
            case AanvraagAangevuld e:
                Ontvangstbewaking.Zegt(sessie, e.Tijdvak, aanvraag.Id, "aangevuld", e.Op);
                Banden.Noteer(sessie, aanvraag.Id, e.VerbondenPerPartij ?? new Dictionary<string, IReadOnlyList<string>>());
                break;
            case AanvraagVolledig e:
                Ontvangstbewaking.Zegt(sessie, e.Tijdvak, aanvraag.Id, "volledig", e.Op);
                break;
            case AanvraagIngetrokken e:
                Verval(sessie, aanvraag, e.Tijdvak, e.Op);
                break;
            case BuitenBehandelingGesteld e:
                Verval(sessie, aanvraag, e.Tijdvak, e.Op);
                break;
        }
    }

    private static void Verval(IDocumentSession sessie, Aanvraag aanvraag, string tijdvak, Instant op)
    {
        Ontvangstbewaking.TreedUit(sessie, aanvraag.Id, aanvraag.Ingediend!);
        Ontvangstbewaking.Zegt(sessie, tijdvak, aanvraag.Id, "vervallen", op);
    }
}
