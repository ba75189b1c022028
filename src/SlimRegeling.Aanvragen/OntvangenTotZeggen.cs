using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// Moves the horizon of a window. It stays a little behind the clock (<c>SlimRegeling:Ontvangst:Speling</c>, a time span, 30 seconds unless
/// given), so that a submission on its way can still commit with the moment at which it came.
/// </summary>
public static class OntvangenTotZeggen
{
    internal static readonly Duration GewoneSpeling = Duration.FromSeconds(30);

    public sealed record Verzoek;

    public sealed record Stand(string Tijdvak, Instant Tot, int Aantal);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/ontvangsten/{tijdvak}", Voer).Voor(Rol.Regelbeheerder).Geeft<Stand>();

    private static async Task<Uitkomst> Voer(
        string tijdvak,
        Verzoek verzoek,
        Aanvraagtijdvakken tijdvakken,
        Stroom<Ontvangst> ontvangsten,
        Werkeenheid<AanvragenContext> eenheid,
        IConfiguration configuratie,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await tijdvakken.Zoek(tijdvak, ct) is null)
        {
            return Weigering.NietGevonden(tijdvak);
        }
        var speling = configuratie.GetValue<TimeSpan?>("SlimRegeling:Ontvangst:Speling");
        var nu = moment.Nu;
        return await Zeg(tijdvak, nu - (speling is { } s ? Duration.FromTimeSpan(s) : GewoneSpeling), nu, ontvangsten, eenheid, ct);
    }

    internal static async Task<Uitkomst> Zeg(
        string tijdvak,
        Instant tot,
        Instant nu,
        Stroom<Ontvangst> ontvangsten,
        Werkeenheid<AanvragenContext> eenheid,
        CancellationToken ct
    )
    {
        var aantal = await Ontvangstbewaking.SluitEnTel(eenheid.Sessie, tijdvak, tot, ct);
        var stand = new Stand(tijdvak, tot, aantal);
        var uitkomst = await ontvangsten.SchrijfOfBegin(
            tijdvak,
            ontvangst =>
            {
                var beslissing = Beslis(ontvangst, tot, aantal, nu);
                if (beslissing.Gebeurtenissen.Count > 0)
                {
                    Ontvangstbewaking.Verschuif(eenheid.Sessie, tijdvak, tot, aantal);
                }
                else if (ontvangst is not null)
                {
                    stand = new Stand(tijdvak, ontvangst.Tot, ontvangst.Aantal);
                }
                return beslissing;
            },
            ct
        );
        return uitkomst.Met(() => stand);
    }

    /// <summary>The horizon only moves forward.</summary>
    public static Beslissing Beslis(Ontvangst? ontvangst, Instant tot, int aantal, Instant nu) =>
        ontvangst is not null && tot <= ontvangst.Tot ? Beslissing.Geen : new OntvangenTot(tot, aantal, nu);
}

/// <summary>
/// Says the horizon of every window with news. It keeps the usual distance whatever is configured: nobody chose the moment at which it runs.
/// </summary>
public sealed class OntvangstenBijwerken(
    Contextregister contexten,
    Stroom<Ontvangst> ontvangsten,
    Werkeenheid<AanvragenContext> eenheid,
    Moment moment
) : ITaak
{
    public async Task Voer(CancellationToken ct)
    {
        var nu = moment.Nu;
        var tot = nu - OntvangenTotZeggen.GewoneSpeling;
        var bron = contexten.Van(typeof(AanvragenContext)).Bron;
        foreach (var tijdvak in await Ontvangstbewaking.MetNieuws(bron, tot, ct))
        {
            await OntvangenTotZeggen.Zeg(tijdvak, tot, nu, ontvangsten, eenheid, ct);
        }
    }
}
