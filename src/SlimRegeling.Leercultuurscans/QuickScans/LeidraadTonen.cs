using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.QuickScans;

/// <summary>The talk guide for who has too few people for a report, for everyone: to read, and as an accessible PDF in Dutch.</summary>
public static class LeidraadTonen
{
    // To print is more work than to answer.
    private const int MeestePerMinuut = 20;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/gespreksleidraad", () => Task.FromResult(Uitkomst.Ok(Gespreksleidraad.Deze))).Openbaar().Geeft<Gespreksleidraad>();
        api.MapGet("/gespreksleidraad/pdf", Druk).HoogstensPerMinuut(MeestePerMinuut).Openbaar().Produces<Stream>(200, "application/pdf");
    }

    private static Task<Uitkomst> Druk(Contextvraag contexten, Moment moment, CancellationToken ct) =>
        Blad(moment).Druk("gespreksleidraad-leercultuur.pdf", contexten, ct);

    private static Drukwerk Blad(Moment moment)
    {
        var leidraad = Gespreksleidraad.Deze;
        return new(
            "gespreksleidraad",
            moment.Vandaag,
            ["Voor het gesprek in uw bedrijf"],
            leidraad.Titel.Nl,
            [
                new(Alinea: leidraad.Inleiding.Nl),
                new(Kop: "Afspraken vooraf"),
                new(Punten: [.. leidraad.Afspraken.Select(a => a.Nl)]),
                .. leidraad.Onderwerpen.SelectMany(o => (Drukblok[])[new(Kop: o.Naam.Nl), new(Punten: [.. o.Vragen.Select(v => v.Nl)])]),
                new(Kop: "Afronden"),
                new(Punten: [.. leidraad.Afronding.Select(a => a.Nl)]),
            ]
        );
    }
}
