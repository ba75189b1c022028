using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen.Behandeling;

/// <summary>Gives many cases to one assessor as one act: what one case refuses takes nothing from others.</summary>
public static class Verdelen
{
    private const int Grootte = 1024 * 1024;

    /// <param name="Aan">Who gets them; absent for the caller.</param>
    public sealed record Verzoek(IReadOnlyList<Zaak> Zaken, string? Aan = null);

    /// <param name="Van">Who had it as far as the caller saw; absent for nobody.</param>
    public sealed record Zaak(string Zaaknummer, string? Van = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/toewijzingen", Voer).Voor(Rol.Beoordelaar).Hoogstens(Grootte).Geeft<IReadOnlyList<Bulkregel>>();

    private static async Task<Uitkomst> Voer(
        Verzoek verzoek,
        Stroom<Aanvraag> aanvragen,
        Beoordelaars beoordelaars,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        string[] genoemd = [.. verzoek.Zaken.Select(z => z.Zaaknummer)];
        if (Bulkregel.Fouten("zaken", genoemd) is { } fout)
        {
            return fout;
        }
        var aan = verzoek.Aan ?? persoon.Onderwerp;
        if (aan != persoon.Onderwerp && await beoordelaars.Weiger(aan, ct) is { } weigering)
        {
            return weigering;
        }
        var nu = moment.Nu;
        var van = verzoek.Zaken.DistinctBy(z => z.Zaaknummer).ToDictionary(z => z.Zaaknummer, z => z.Van);
        string[] zaaknummers = [.. van.Keys];
        var uitkomsten = await aanvragen.SchrijfElk(
            zaaknummers,
            aanvraag =>
                aanvraag.HeeftBelang(persoon.Onderwerp)
                    ? Belang.Gesloten(aanvraag.Id)
                    : Toewijzen.Beslis(aanvraag, van.GetValueOrDefault(aanvraag.Id), aan, nu),
            ct
        );
        return Uitkomst.Ok(Bulkregel.Elk(genoemd, zaaknummers.Select((z, i) => Bulkregel.Van(z, uitkomsten[i]))));
    }
}
