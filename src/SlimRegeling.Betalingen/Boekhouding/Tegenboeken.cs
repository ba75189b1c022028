using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>
/// A booking that is wrong is reversed, never changed: one proposes it with the reason, a second signs. It is booked on the day of signing. Neither of them
/// has an interest of their own in the case.
/// </summary>
public static class Tegenboeken
{
    /// <param name="Reden">Why the booking is wrong.</param>
    public sealed record Verzoek(string Reden);

    /// <param name="Hash">Of the proposal as it was looked at.</param>
    public sealed record Ondertekening(string Hash);

    /// <param name="Boeking">The booking that would be reversed.</param>
    /// <param name="Reden">Absent once it was destroyed with the dossier.</param>
    /// <param name="Voorsteller">Pseudonym.</param>
    /// <param name="Hash">Of the proposal; it goes with the signature.</param>
    public sealed record Beeld(Guid Boeking, string Zaaknummer, string? Reden, string Voorsteller, Instant VoorgesteldOp, string Hash);

    public static void Map(IEndpointRouteBuilder api)
    {
        const string Pad = "/grootboek/boekingen/{boeking}/tegenboeking";
        api.MapPost(Pad, StelVoor).Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur).Geeft<Bijgewerkt>();
        api.MapPost($"{Pad}/ondertekening", Onderteken).Voor(Rol.FinancieelControleur).Geeft<Bijgewerkt>();
        api.MapPost($"{Pad}/terugzending", ZendTerug).Voor(Rol.FinancieelControleur).Geeft<Bijgewerkt>();
        api.MapGet("/grootboek/tegenboekingen", Lijst)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("tegenboekingen")
            .Geeft<IReadOnlyList<Beeld>>();
    }

    private static Task<Uitkomst> StelVoor(Guid boeking, Verzoek verzoek, Persoon persoon, Memoriaalstap stap, CancellationToken ct) =>
        stap.Doe(
            boeking,
            persoon,
            verzoek,
            (memoriaal, regels, nu) =>
            {
                var reden = stap.Bewaar(regels[0], verzoek.Reden);
                return Memoriaal.StelVoor(memoriaal, boeking, regels[0].Zaaknummer, reden, persoon.Onderwerp, nu);
            },
            ct
        );

    private static Task<Uitkomst> Onderteken(
        Guid boeking,
        Ondertekening verzoek,
        Persoon persoon,
        Memoriaalstap stap,
        CancellationToken ct
    ) =>
        stap.Doe(
            boeking,
            persoon,
            null,
            (memoriaal, regels, nu) =>
                Memoriaal.Gezien(memoriaal, verzoek.Hash) is { } ander
                    ? ander
                    : Memoriaal.Onderteken(memoriaal, boeking, regels, persoon.Onderwerp, nu),
            ct
        );

    private static Task<Uitkomst> ZendTerug(Guid boeking, Verzoek verzoek, Persoon persoon, Memoriaalstap stap, CancellationToken ct) =>
        stap.Doe(
            boeking,
            persoon,
            verzoek,
            (memoriaal, regels, nu) =>
                Memoriaal.ZendTerug(memoriaal, boeking, stap.Bewaar(regels[0], verzoek.Reden), persoon.Onderwerp, nu),
            ct
        );

    /// <summary>Those that wait for a second person.</summary>
    private static async Task<Uitkomst> Lijst(
        Werkeenheid<BetalingenContext> eenheid,
        IBelangen belangen,
        Persoon persoon,
        CancellationToken ct
    )
    {
        var gevonden = await eenheid.Sessie.QueryAsync<Memoriaal>(
            "where data -> 'voorstel' is not null and data ->> 'geboekt' = 'false' order by id",
            ct
        );
        var gesloten = await belangen.Gesloten(persoon.Onderwerp, ct);
        var voorstellen = gevonden.Where(m => m.LigtVoor).Select(m => m.Voorstel!).Where(v => !gesloten.Contains(v.Zaaknummer)).ToList();
        var redenen = await Inhouden.Lees(eenheid.Sessie, voorstellen.Select(v => v.Reden), ct);
        var beelden = voorstellen
            .Select(v => new Beeld(v.Boeking, v.Zaaknummer, redenen.Zoek<string>(v.Reden), v.Door, v.Op, Boekhash.Van(v)))
            .ToList();
        return Uitkomst.Ok(beelden) with { Zaken = [.. beelden.Select(b => b.Zaaknummer).Where(z => z.Length > 0)] };
    }
}
