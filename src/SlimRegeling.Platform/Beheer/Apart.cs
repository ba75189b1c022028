using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Platform.Beheer;

/// <summary>
/// The messages that were set apart: read what went wrong, and have one sent again once its cause is gone. It goes to the context that set it
/// apart and to no other, and has its effect once, however often it is asked.
/// </summary>
internal static class Apart
{
    private const int Getoond = 100;

    /// <param name="Aantal">All that are set apart; the list gives the first hundred of each context, the oldest first.</param>
    /// <param name="Elders">Contexts that run in another process: ask there.</param>
    public sealed record Lijst(long Aantal, IReadOnlyList<Bericht> Berichten, IReadOnlyList<string> Elders);

    /// <param name="Sleutel">What it is about: a case, window, enterprise or rule version.</param>
    /// <param name="Inhoud">The message as JSON text.</param>
    /// <param name="AangebodenOp">Since when it waits to be handled again; absent when it failed since, or was never sent again.</param>
    public sealed record Bericht(
        string Id,
        string Context,
        string Soort,
        string Sleutel,
        string Inhoud,
        string Fout,
        Instant Op,
        Instant? AangebodenOp,
        string? AangebodenDoor
    );

    public sealed record Aangeboden(string Id, Instant AangebodenOp);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/beheer/berichten/apart", Toon).Voor(Rol.Beheerder, Rol.Regelbeheerder).Geeft<Lijst>();
        api.MapPost("/beheer/berichten/apart/{id}/hervatting", Hervat).Voor(Rol.Beheerder, Rol.Regelbeheerder).Geeft<Aangeboden>();
    }

    private static async Task<Uitkomst> Toon(Contextregister contexten, CancellationToken ct)
    {
        var aantal = 0L;
        var berichten = new List<Bericht>();
        foreach (var opslag in contexten.Hier)
        {
            var naam = opslag.Context.Naam;
            aantal += await Apartgezet.Tel(opslag, ct);
            berichten.AddRange((await Apartgezet.Oudste(opslag, Getoond, ct)).Select(a => Beeld(naam, a)));
        }
        return Uitkomst.Ok(new Lijst(aantal, berichten, contexten.Elders));
    }

    private static async Task<Uitkomst> Hervat(
        string id,
        Contextregister contexten,
        Werkeenheden eenheden,
        Moment moment,
        CancellationToken ct
    )
    {
        if (Apartnummer.Lees(id) is not { } nummer || contexten.Met(nummer.Context) is not { } opslag)
        {
            return Weigering.NietGevonden(id);
        }
        if (await Apartgezet.Zoek(opslag, nummer.Bericht, ct) is not { } apart)
        {
            return Weigering.NietGevonden(id) with
            {
                Uitleg = $"Bericht '{id}' staat niet apart. Misschien is het intussen verwerkt. Haal de lijst opnieuw op.",
            };
        }
        if (apart.AangebodenOp is null)
        {
            Apartgezet.BiedAan(eenheden.Van(opslag).Sessie, nummer.Context, nummer.Bericht, eenheden.Aanroep.Wie);
        }
        return Uitkomst.Ok(new Aangeboden(id, apart.AangebodenOp ?? moment.Nu));
    }

    private static Bericht Beeld(string context, Apartgezet a) =>
        new(
            new Apartnummer(context, a.Bericht.Id).ToString(),
            context,
            a.Bericht.Soort,
            a.Bericht.Sleutel,
            a.Bericht.Inhoud,
            a.Fout,
            a.Op,
            a.AangebodenOp,
            a.AangebodenDoor
        );
}
