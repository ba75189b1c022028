using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Leercultuurscans.Scans;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>A second scan beside an earlier one of the same firm: a change is only called one where it is larger than chance makes it.</summary>
public static class Vergelijken
{
    /// <param name="Waarop">Ids of the questions that both scans have: the kernvragen, and the instrument where it is the same version.</param>
    /// <param name="Dimensies">D1 to D6; empty when the scans had other kernvragen.</param>
    /// <param name="Onderdelen">Parts of the instrument; empty when it was another, or another version.</param>
    public sealed record Vergelijking(
        string Eerder,
        string Later,
        LocalDate? EerderOp,
        LocalDate? LaterOp,
        IReadOnlyList<string> Waarop,
        IReadOnlyList<Verschil> Dimensies,
        IReadOnlyList<Verschil> Onderdelen
    );

    /// <param name="Was">Absent, as is <c>Nu</c>, where a report shows none.</param>
    /// <param name="Grens">A change below this can be chance.</param>
    /// <param name="Verandering"><c>hoger</c>, <c>lager</c>, <c>geen aantoonbare verandering</c>, or why a report shows none.</param>
    public sealed record Verschil(
        string Code,
        string Naam,
        [property: JsonConverter(typeof(AantalConverter))] decimal? Was,
        [property: JsonConverter(typeof(AantalConverter))] decimal? Nu,
        [property: JsonConverter(typeof(AantalConverter))] decimal? Grens,
        string Verandering
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/scans/{scan}/vergelijking", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Vergelijking>();

    /// <param name="met">The earlier scan.</param>
    private static async Task<Uitkomst> Voer(string scan, string met, Stroom<Scan> scans, Rapportlezer lezer, CancellationToken ct)
    {
        var (_, later, nietLater) = await lezer.Lees(scan, scans, ct);
        var (_, eerder, nietEerder) = await lezer.Lees(met, scans, ct);
        return later is null ? nietLater ?? Weigering.NietGevonden(scan)
            : eerder is null ? nietEerder ?? Weigering.NietGevonden(met)
            : Uitkomst.Ok(Van(met, eerder, scan, later));
    }

    public static Vergelijking Van(string eerdereScan, Rapport eerder, string latereScan, Rapport later)
    {
        var (kernWas, kernNu) = (eerder.Kernvragen ?? eerder.Instrument, later.Kernvragen ?? later.Instrument);
        var zelfdeKern = kernWas == kernNu;
        var zelfdeEigen = eerder.Instrument == later.Instrument && eerder.Onderdelen is not null && later.Onderdelen is not null;
        return new(
            eerdereScan,
            latereScan,
            eerder.Tot,
            later.Tot,
            [.. zelfdeKern ? (string[])[kernNu] : [], .. zelfdeEigen ? (string[])[later.Instrument] : []],
            zelfdeKern ? Verschillen(eerder.Dimensies, later.Dimensies) : [],
            zelfdeEigen ? Verschillen(eerder.Onderdelen!, later.Onderdelen!) : []
        );
    }

    private static List<Verschil> Verschillen(IReadOnlyList<Dimensiescore> eerder, IReadOnlyList<Dimensiescore> later) =>
        [
            .. from nu in later
            join was in eerder on nu.Code equals was.Code
            select was is { Score: { } s1, Marge: { } m1 } && nu is { Score: { } s2, Marge: { } m2 }
                ? new Verschil(
                    nu.Code,
                    nu.Naam,
                    s1,
                    s2,
                    Berekening.Rond(Berekening.Grens(m1, m2), 2),
                    Berekening.Verandering(s1, m1, s2, m2)
                )
                : new Verschil(
                    nu.Code,
                    nu.Naam,
                    null,
                    null,
                    null,
                    was.Beeld == Rapport.Onbetrouwbaar || nu.Beeld == Rapport.Onbetrouwbaar ? Rapport.Onbetrouwbaar : Rapport.TeWeinig
                ),
        ];
}
