using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Leercultuurscans.Gegevens;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.Interventies;

/// <summary>The catalogue, for everyone, to search and as a file; and the scheme manager writes it.</summary>
public static class InterventiesTonen
{
    private static readonly IReadOnlyList<string> Koppen =
    [
        "id",
        "naam",
        "omschrijving",
        "dimensies",
        "fasen",
        "doelgroepen",
        "groottes",
        "sectoren",
        "belemmeringen",
        "inspanning",
        "kosten",
        "routes",
        "bewijs",
        "bron",
        "eigenaar",
        "gecontroleerdOp",
    ];

    /// <summary>The intervention as it is from now on; its id is that of the address.</summary>
    public sealed record Interventieverzoek(Interventie Interventie);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/interventies", Zoek).Openbaar().Geeft<IReadOnlyList<Interventie>>();
        api.MapGet("/interventies.csv", Bestand).Openbaar().Produces<Stream>(200, Csv.Mediatype);
        api.MapGet("/interventies/{interventie}", Een).Openbaar().Geeft<Interventie>();
        api.MapPut("/interventies/{interventie}", Beschrijf).Voor(Rol.Regelbeheerder).Geeft<Bijgewerkt>();
    }

    private static async Task<Uitkomst> Zoek(
        string? dimensie,
        string? fase,
        string? doelgroep,
        string? grootte,
        string? sector,
        string? belemmering,
        string? route,
        string? zoek,
        bool? ookNietActief,
        Interventieboek boek,
        CancellationToken ct
    ) =>
        Uitkomst.Ok(
            Advies.Zoek(
                await boek.Alle(ct),
                new(dimensie, fase, doelgroep, grootte, sector, belemmering, route, zoek, ookNietActief == true)
            )
        );

    /// <summary>With its version as ETag: 0 of one that came with the program and that nobody wrote anew.</summary>
    private static async Task<Uitkomst> Een(string interventie, Stroom<Interventiestand> interventies, CancellationToken ct)
    {
        var beschreven = await interventies.Toon(Interventiestand.Stroom(interventie), s => s.Interventie!, ct);
        if (beschreven.Weigering is null)
        {
            return beschreven;
        }
        return Interventieboek.Ingebouwd.FirstOrDefault(i => i.Id == interventie) is { } ingebouwd
            ? Uitkomst.Ok(ingebouwd) with
            {
                Versie = 0,
            }
            : Weigering.NietGevonden(interventie);
    }

    private static async Task<Uitkomst> Bestand(Interventieboek boek, CancellationToken ct) =>
        Uitkomst.Ok(
            Csv.Maak(
                "interventies.csv",
                Koppen,
                Advies
                    .Zoek(await boek.Alle(ct), new())
                    .Select(i =>
                        (IReadOnlyList<string>)
                            [
                                i.Id,
                                i.Naam.Nl,
                                i.Omschrijving.Nl,
                                Rij(i.Dimensies),
                                Rij(i.Fasen),
                                Rij(i.Doelgroepen),
                                Rij(i.Groottes),
                                Rij(i.Sectoren),
                                Rij(i.Belemmeringen),
                                i.Inspanning,
                                i.Kosten,
                                Rij(i.Routes),
                                i.Bewijs,
                                i.Bron,
                                i.Eigenaar,
                                i.GecontroleerdOp.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
                            ]
                    )
            )
        );

    private static async Task<Uitkomst> Beschrijf(
        string interventie,
        Interventieverzoek verzoek,
        Stroom<Interventiestand> interventies,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        return await interventies.SchrijfOfBegin(
            Interventiestand.Stroom(interventie),
            _ => Beslis(interventie, verzoek.Interventie, nu),
            ct
        );
    }

    public static Beslissing Beslis(string id, Interventie interventie, Instant nu)
    {
        if (interventie.Id != id)
        {
            return Weigering.Invoer(new Fout("interventie.id", $"In het adres staat '{id}'. Geef hier dezelfde naam."));
        }
        return interventie.Controleer() is { Count: > 0 } fouten
            ? Weigering.Invoer([.. fouten.Select(f => f with { Veld = $"interventie.{f.Veld}" })])
            : new InterventieBeschreven(interventie, nu);
    }

    private static string Rij(IReadOnlyList<string> waarden) => string.Join(' ', waarden);
}
