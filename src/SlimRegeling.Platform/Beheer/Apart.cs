using System.Text.RegularExpressions;
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
/// apart and to no other, and has its effect once, however often it is asked. What stands in a message can be of a case: it is read one by one,
/// and that is a view.
/// </summary>
internal static partial class Apart
{
    private const int Getoond = 100;

    /// <param name="Aantal">All that are set apart; the list gives the first hundred of each context, the oldest first.</param>
    /// <param name="Elders">Contexts that run in another process: ask there.</param>
    public sealed record Lijst(long Aantal, IReadOnlyList<Bericht> Berichten, IReadOnlyList<string> Elders);

    /// <param name="Sleutel">What it is about: a case, window, enterprise or rule version.</param>
    /// <param name="AangebodenOp">Since when it waits to be handled again; absent when it failed since, or was never sent again.</param>
    public sealed record Bericht(
        string Id,
        string Context,
        string Soort,
        string Sleutel,
        string Fout,
        Instant Op,
        Instant? AangebodenOp,
        string? AangebodenDoor
    );

    /// <param name="Json">The message as text.</param>
    public sealed record Inhoud(string Id, string Json);

    public sealed record Aangeboden(string Id, Instant AangebodenOp);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/beheer/berichten/apart", Toon)
            .Voor(Rol.Beheerder, Rol.Regelbeheerder)
            .BlijftOpenBijBelang("who keeps the program running sees all that stands still, and of a case its number only")
            .Geeft<Lijst>();
        api.MapGet("/beheer/berichten/apart/{id}", Lees).Voor(Rol.Beheerder, Rol.Regelbeheerder).Geeft<Inhoud>().LegtInzageVast("bericht");
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

    private static async Task<Uitkomst> Lees(string id, Contextregister contexten, CancellationToken ct)
    {
        if (Apartnummer.Lees(id) is not { } nummer || contexten.Met(nummer.Context) is not { } opslag)
        {
            return Weigering.NietGevonden(id);
        }
        return await Apartgezet.Zoek(opslag, nummer.Bericht, ct) is { } apart
            ? Uitkomst.Ok(new Inhoud(id, apart.Bericht.Inhoud)) with
            {
                Zaken = Zaken(apart.Bericht),
            }
            : NietApart(id);
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
            return NietApart(id);
        }
        if (apart.AangebodenOp is null)
        {
            Apartgezet.BiedAan(eenheden.Van(opslag).Sessie, nummer.Context, nummer.Bericht, eenheden.Aanroep.Wie);
        }
        return Uitkomst.Ok(new Aangeboden(id, apart.AangebodenOp ?? moment.Nu));
    }

    private static Weigering NietApart(string id) =>
        Weigering.NietGevonden(id) with
        {
            Uitleg = $"Bericht '{id}' staat niet apart. Misschien is het intussen verwerkt. Haal de lijst opnieuw op.",
        };

    /// <summary>The cases that a message is about. It is searched as text: what cannot be read can be why it stands apart.</summary>
    private static IReadOnlyList<string> Zaken(Envelop bericht) =>
        [.. Nummers().Matches($"{bericht.Sleutel} {bericht.Inhoud}").Select(m => m.Value).Where(n => Zaaknummer.TryParse(n, null, out _))];

    private static Bericht Beeld(string context, Apartgezet a) =>
        new(
            new Apartnummer(context, a.Bericht.Id).ToString(),
            context,
            a.Bericht.Soort,
            a.Bericht.Sleutel,
            a.Fout,
            a.Op,
            a.AangebodenOp,
            a.AangebodenDoor
        );

    [GeneratedRegex("SLIM-[0-9A-Z]{10}")]
    private static partial Regex Nummers();
}
