using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>
/// What would be told of the proposal on an objection if it were signed now, for who writes its letter before it is: the same decision by the same
/// function, of which nothing is kept. That its money is still waited for keeps nobody from reading it.
/// </summary>
public static class Beslissingvoorbeeld
{
    /// <summary>Stands in the place of the second signature, which is not there yet; no letter names who signs.</summary>
    private const string Niemand = "voorbeeld";

    /// <param name="Gesloten">Pseudonyms of who declared an interest in the objection: to them it is closed (2:4 Awb).</param>
    public sealed record Beeld(BezwaarBeslistBericht Bezwaarbeslissing, IReadOnlyList<string> Gesloten);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/bezwaren/{bezwaar}/besluitvoorbeeld", Voer).Voor(Rol.Dienst).Geeft<Beeld>();

    private static async Task<Uitkomst> Voer(
        string bezwaar,
        Stroom<Bezwaar> bezwaren,
        Stroom<Verlening> verleningen,
        Regelbron<VerleningContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await bezwaren.Lees(bezwaar, ct) is not { Voorstel: { } voorstel } gelezen)
        {
            return Weigering.NietGevonden(bezwaar);
        }
        var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
        var verlening = (await verleningen.Lees(gelezen.Zaaknummer, ct))!;
        var versie = regels.Versie(gelezen.Betreft!.Regelversie, nu);
        return Van(BeslissingOndertekenen.Besluit(gelezen, verlening, voorstel, Niemand, versie, nu), bezwaar) is { } bericht
            ? Uitkomst.Ok(new Beeld(bericht, gelezen.Belangen))
            : Weigering.NietGevonden(bezwaar);
    }

    /// <summary>Null when nothing would be decided.</summary>
    public static BezwaarBeslistBericht? Van(Beslissing beslissing, string bezwaar) =>
        beslissing.Gebeurtenissen.SelectMany(e => Uitgaand.Berichten(bezwaar, e)).OfType<BezwaarBeslistBericht>().FirstOrDefault();
}
