using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.QuickScans;

/// <summary>The picture of a QuickScan as an accessible PDF, in Dutch; nothing is stored.</summary>
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
            .Produces<Stream>(200, "application/pdf");

    private static async Task<Uitkomst> Voer(
        Invulling invulling,
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
        var beeld = Beeldvorming.Maak(boek.Kernvragen, invulling, await interventies.Alle(ct));
        return await Blad(beeld, moment).Druk("quickscan-leercultuur.pdf", contexten, ct);
    }

    private static Drukwerk Blad(QuickScanbeeld beeld, Moment moment) =>
        new(
            "quickscan",
            moment.Vandaag,
            ["Wie de QuickScan invulde"],
            "Uw eerste beeld van leren in uw bedrijf",
            [
                new(Alinea: "Dit is hoe u het nu ervaart. Het is een aanwijzing en geen meting: niemand anders antwoordde mee."),
                new(Kop: "Per onderwerp"),
                Drukblok.Tabel(["Onderwerp", "Score (0 tot 100)", "Beeld"], beeld.Dimensies.Select(Rij)),
                new(Kop: "Drie dingen die u kunt doen"),
                new(Alinea: beeld.EersteStap.Nl),
                .. beeld.Doen.Count > 0
                    ? (Drukblok[])[new(Punten: [.. beeld.Doen.Select(d => $"{d.Interventie.Naam.Nl}: {d.Interventie.Omschrijving.Nl}")])]
                    : [],
            ]
        );

    private static IReadOnlyList<string> Rij(QuickScanscore score) =>
        [score.Naam.Nl, score.Schaal100?.ToString(CultureInfo.InvariantCulture) ?? "–", score.Beeld];
}
