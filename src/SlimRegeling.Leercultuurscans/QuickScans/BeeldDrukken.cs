using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.QuickScans;

/// <summary>The picture of a QuickScan as an accessible PDF; nothing is stored.</summary>
public static class BeeldDrukken
{
    // To print is more work than to answer.
    private const int MeestePerMinuut = 20;
    private const long Grootste = 16 * 1024;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/quickscans/pdf", Voer)
            .SlaatNietsOp()
            .Hoogstens(Grootste)
            .HoogstensPerMinuut(MeestePerMinuut)
            .LaatGeenSpoor()
            .Openbaar()
            .WithDescription("taal: nl (zonder dit) of en.")
            .Produces<Stream>(200, "application/pdf");

    private static async Task<Uitkomst> Voer(
        Invulling invulling,
        string? taal,
        Instrumentboek boek,
        Interventieboek interventies,
        Contextvraag contexten,
        Moment moment,
        CancellationToken ct
    )
    {
        if (invulling.Controleer(boek.Kernvragen) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        if (Druktaal.Van(taal) is not { } druktaal)
        {
            return Druktaal.Onbekend;
        }
        var beeld = Beeldvorming.Maak(boek.Kernvragen, invulling, await interventies.Alle(ct));
        return await Blad(beeld, moment.Vandaag, druktaal).Druk("quickscan-leercultuur.pdf", contexten, ct);
    }

    internal static Drukwerk Blad(QuickScanbeeld beeld, LocalDate vandaag, Druktaal taal) =>
        new(
            "quickscan",
            vandaag,
            [taal["Wie de QuickScan invulde", "Who filled in the QuickScan"]],
            taal["Uw eerste beeld van leren in uw bedrijf", "Your first picture of learning in your firm"],
            [
                new(
                    Alinea: taal[
                        "Dit is hoe u het nu ervaart. Het is een aanwijzing en geen meting: niemand anders antwoordde mee.",
                        "This is how you experience it now. It is an indication and no measurement: nobody else answered."
                    ]
                ),
                new(Kop: taal["Per onderwerp", "By subject"]),
                Drukblok.Tabel(
                    [taal["Onderwerp", "Subject"], taal["Score (0 tot 100)", "Score (0 to 100)"], taal["Beeld", "Picture"]],
                    beeld.Dimensies.Select(d => Rij(d, taal))
                ),
                new(Kop: taal["Drie dingen die u kunt doen", "Three things that you can do"]),
                new(Alinea: taal[beeld.EersteStap]),
                .. beeld.Doen.Count > 0
                    ? (Drukblok[])
                        [new(Punten: [.. beeld.Doen.Select(d => $"{taal[d.Interventie.Naam]}: {taal[d.Interventie.Omschrijving]}")])]
                    : [],
            ],
            taal.Code
        );

    private static IReadOnlyList<string> Rij(QuickScanscore score, Druktaal taal) =>
        [taal[score.Naam], score.Schaal100?.ToString(CultureInfo.InvariantCulture) ?? "–", taal.Beeld(score.Beeld)];
}
