using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Vaststelling;

/// <summary>
/// The proposals to settle that wait for a signature, the oldest first; not in cases in which who looks declared an interest of their own. Each is read
/// and signed on its own.
/// </summary>
public static class Voorgelegd
{
    // Who signs these sees the next.
    private const int Meeste = 200;

    /// <param name="Wijze">ambtshalve or aanvraag.</param>
    /// <param name="Vastgesteld">Euro, like the next.</param>
    /// <param name="NogTeBetalen">Below zero is to be claimed back.</param>
    /// <param name="Door">Pseudonym of who proposed it.</param>
    /// <param name="Handtekeningen">How many signed so far.</param>
    /// <param name="WaaromNiet">Why the caller cannot sign it; absent when they can.</param>
    public sealed record Regel(
        string Zaaknummer,
        string KvkNummer,
        string Wijze,
        decimal Vastgesteld,
        decimal NogTeBetalen,
        string Door,
        Instant Op,
        int Handtekeningen,
        string? WaaromNiet = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/vaststellingsvoorstellen", Voer)
            .Voor(Rol.Medeondertekenaar)
            .LegtInzageVast("vaststellingsvoorstellen")
            .Geeft<IReadOnlyList<Regel>>();

    private static async Task<Uitkomst> Voer(
        Werkeenheid<VaststellingContext> eenheid,
        Regelbron<VaststellingContext> regelbron,
        Belangen belangen,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        string[] gesloten = [.. await belangen.Gesloten(persoon.Onderwerp, ct)];
        var gevonden = await eenheid.Sessie.QueryAsync<Verantwoording>(
            "where data ->> 'ligtVoor' is not null and id <> all(?) order by data -> 'voorstel' ->> 'op', id limit ?",
            ct,
            gesloten,
            Meeste
        );
        string[] zaken = [.. gevonden.Select(v => v.Id)];
        var metBelang = await belangen.Bij(zaken, ct);
        var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
        return Uitkomst.Ok(gevonden.Select(v => Toon(v, persoon.Onderwerp, [.. metBelang[v.Id]], regels, nu)).ToList()) with
        {
            Zaken = zaken,
        };
    }

    private static Regel Toon(Verantwoording v, string wie, IReadOnlyCollection<string> metBelang, Regelstanden regels, Instant nu)
    {
        var voorstel = v.Voorstel!;
        return new(
            v.Id,
            v.KvkNummer,
            v.Opening!.Wijze,
            voorstel.Vastgesteld,
            voorstel.Vastgesteld - v.AlTeBetalen,
            voorstel.Door,
            voorstel.Op,
            v.Ondertekenaars.Count,
            Ondertekenen.Beslis(v.Id, v, voorstel.Voorstelhash, wie, regels, nu, metBelang).Weigering?.Uitleg
        );
    }
}
