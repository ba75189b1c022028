using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Leercultuurscans.Gegevens;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Scans;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.QuickScans;

/// <summary>
/// The QuickScan, for everyone and without an account: the questions, the picture at once, and after "ja, tel mee" one more in the open figures.
/// Nothing is stored before that.
/// </summary>
public static class QuickScannen
{
    // A room full of people can have one address.
    private const int MeestePerMinuut = 300;
    private const int MeesteTellingenPerMinuut = 20;
    private const long Grootste = 16 * 1024;

    /// <param name="Formulier">Sent along by who wants to be counted; it counts once, within two days.</param>
    public sealed record Lijst(
        Instrument Instrument,
        IReadOnlyList<Keuze> Rollen,
        IReadOnlyList<Keuze> Fasen,
        IReadOnlyList<Keuze> Groottes,
        IReadOnlyList<Keuze> Sectoren,
        string Formulier
    );

    /// <param name="TelMee">The answer to the question whether it may be counted; false stores nothing.</param>
    public sealed record Telverzoek(string Formulier, bool TelMee, Invulling Invulling);

    public sealed record Geteld(bool TeltMee);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/quickscans/vragenlijst", Vragen).Openbaar().HoogstensPerMinuut(MeestePerMinuut).Geeft<Lijst>();
        api.MapPost("/quickscans/beeld", Beeld)
            .SlaatNietsOp()
            .Hoogstens(Grootste)
            .HoogstensPerMinuut(MeestePerMinuut)
            .LaatGeenSpoor()
            .Openbaar()
            .Geeft<QuickScanbeeld>();
        // Without an Idempotency-Key: the floor would keep a time and a hash beside it. The form makes a repeat harmless.
        api.MapPost("/quickscans", Tel)
            .WithMetadata(new ZonderSleutel())
            .Hoogstens(Grootste)
            .HoogstensPerMinuut(MeesteTellingenPerMinuut)
            .LaatGeenSpoor()
            .Openbaar()
            .Geeft<Geteld>();
        api.MapGet("/quickscans/resultaten", Resultaten).Openbaar().HoogstensPerMinuut(MeestePerMinuut).Geeft<QuickScanresultaten>();
        api.MapGet("/quickscans/resultaten.csv", ResultatenBestand)
            .Openbaar()
            .HoogstensPerMinuut(MeestePerMinuut)
            .Produces<Stream>(200, Csv.Mediatype);
    }

    private static Task<Uitkomst> Vragen(Instrumentboek boek, Formulier formulier, Moment moment) =>
        Task.FromResult(
            Uitkomst.Ok(
                new Lijst(
                    boek.Kernvragen,
                    Invulling.Rollen,
                    Keuzelijsten.Fasen,
                    Keuzelijsten.Groottes,
                    Keuzelijsten.Sectoren,
                    formulier.Geef(Formulier.Dag(moment.Nu))
                )
            )
        );

    private static async Task<Uitkomst> Beeld(
        Invulling invulling,
        Instrumentboek boek,
        Interventieboek interventies,
        CancellationToken ct
    ) =>
        invulling.Controleer(boek.Kernvragen) is { Count: > 0 } fouten
            ? Weigering.Invoer(fouten)
            : Uitkomst.Ok(Beeldvorming.Maak(boek.Kernvragen, invulling, await interventies.Alle(ct)));

    private static async Task<Uitkomst> Tel(
        Telverzoek verzoek,
        Instrumentboek boek,
        Formulier formulier,
        QuickScanopslag opslag,
        Moment moment,
        CancellationToken ct
    )
    {
        if (!verzoek.TelMee)
        {
            return Uitkomst.Ok(new Geteld(false));
        }
        if (verzoek.Invulling.Controleer(boek.Kernvragen) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer([.. fouten.Select(f => f with { Veld = $"invulling.{f.Veld}" })]);
        }
        if (formulier.Lees(verzoek.Formulier, Formulier.Dag(moment.Nu)) is not { } gelezen)
        {
            return NietGeteld;
        }
        var i = verzoek.Invulling;
        var getelde = new Getelde(i.Rol, i.Fase, i.Grootte, i.Sector, Maand(moment.Vandaag), i.Antwoorden);
        return await opslag.Tel(getelde, gelezen.Kenmerk, gelezen.TotEnMet, ct) ? Uitkomst.Ok(new Geteld(true)) : NietGeteld;
    }

    private static async Task<Uitkomst> Resultaten(QuickScanopslag opslag, Moment moment, CancellationToken ct) =>
        Uitkomst.Ok(await opslag.Resultaten(Maand(moment.Vandaag), ct));

    private static async Task<Uitkomst> ResultatenBestand(QuickScanopslag opslag, Moment moment, CancellationToken ct)
    {
        var resultaten = await opslag.Resultaten(Maand(moment.Vandaag), ct);
        return Uitkomst.Ok(
            Csv.Maak(
                "quickscan-leercultuur.csv",
                ["totEnMet", "kenmerk", "groep", "aantal", "dimensie", "gemiddelde"],
                [
                    .. Rijen(resultaten.TotEnMet, "alle", "", resultaten.Aantal, resultaten.Dimensies),
                    .. resultaten.Groepen.SelectMany(g => Rijen(resultaten.TotEnMet, g.Kenmerk, g.Groep, g.Aantal, g.Dimensies)),
                ]
            )
        );
    }

    private static IEnumerable<IReadOnlyList<string>> Rijen(
        string? totEnMet,
        string kenmerk,
        string groep,
        int aantal,
        IReadOnlyList<QuickScangemiddelde> dimensies
    ) =>
        dimensies.Select(d =>
            (IReadOnlyList<string>)
                [
                    totEnMet ?? "",
                    kenmerk,
                    groep,
                    aantal.ToString(CultureInfo.InvariantCulture),
                    d.Code,
                    d.Gemiddelde.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ','),
                ]
        );

    private static Weigering NietGeteld =>
        Weigering.Van(
            "niet-geteld",
            "Dit formulier is al geteld of te oud. Uw beeld blijft staan; wilt u meetellen, open de QuickScan dan opnieuw."
        );

    private static string Maand(LocalDate dag) => dag.ToString("uuuu-MM", CultureInfo.InvariantCulture);
}
