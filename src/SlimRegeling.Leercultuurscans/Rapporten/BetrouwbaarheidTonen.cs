using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>
/// Shows how reliable an instrument is, over the sums that are left of closed scans: the one thing that is computed of answers beside a report, and only over
/// many firms.
/// </summary>
public static class BetrouwbaarheidTonen
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/instrumenten/{instrument}/betrouwbaarheid", Voer)
            .Voor(Rol.Onderzoeker, Rol.Regelbeheerder)
            .Geeft<IReadOnlyList<Betrouwbaarheid>>();

    private static async Task<Uitkomst> Voer(string instrument, Instrumentboek boek, Contextregister contexten, CancellationToken ct)
    {
        if (boek.Zoek(instrument) is not { } gevonden)
        {
            return Weigering.NietGevonden(instrument);
        }
        return Uitkomst.Ok(await Lees(gevonden, gevonden.Onderdelen, contexten.Van(typeof(LeercultuurscansContext)).Bron, ct));
    }

    /// <summary>The parts of an instrument that no report may show.</summary>
    public static async Task<IReadOnlyList<string>> NietTonen(Instrument instrument, NpgsqlDataSource bron, CancellationToken ct) =>
        Verbergbaar(instrument) is { Count: > 0 } verbergbaar ? NietTonen(await Lees(instrument, verbergbaar, bron, ct)) : [];

    /// <summary>The parts that a report can be without: of two questions alpha is an indication only, so nothing of those need be read.</summary>
    internal static IReadOnlyList<Onderdeel> Verbergbaar(Instrument instrument) =>
        [.. instrument.Onderdelen.Where(o => o.Vragen.Count > 2)];

    /// <summary>Where everyone answered the same there is no alpha: nothing says that the questions do not hang together.</summary>
    internal static IReadOnlyList<string> NietTonen(IEnumerable<Betrouwbaarheid> getoond) =>
        [.. getoond.Where(b => b is { Oordeel: Betrouwbaarheid.NietTonen, Alfa: not null }).Select(b => b.Onderdeel)];

    private static async Task<IReadOnlyList<Betrouwbaarheid>> Lees(
        Instrument instrument,
        IEnumerable<Onderdeel> onderdelen,
        NpgsqlDataSource bron,
        CancellationToken ct
    ) => Bereken(instrument, await Antwoordsommen.Lees(bron, instrument.Id, onderdelen.Select(o => o.Code), ct));

    /// <summary>Of each part that enough people at enough firms answered.</summary>
    public static IReadOnlyList<Betrouwbaarheid> Bereken(Instrument instrument, IReadOnlyList<(string Bedrijf, Antwoordsom Som)> sommen) =>
        [.. instrument.Onderdelen.Select(o => Bereken(o, [.. sommen.Where(s => s.Som.Onderdeel == o.Code)])).OfType<Betrouwbaarheid>()];

    private static Betrouwbaarheid? Bereken(Onderdeel onderdeel, List<(string Bedrijf, Antwoordsom Som)> sommen)
    {
        var bedrijven = sommen.GroupBy(s => s.Bedrijf).Select(g => g.Select(s => s.Som).Aggregate((a, b) => a.Plus(b))).ToList();
        if (bedrijven.Sum(b => b.Mensen) < Betrouwbaarheid.MinstePersonen || bedrijven.Count < Betrouwbaarheid.MinsteBedrijven)
        {
            return null;
        }
        var alle = bedrijven.Aggregate((a, b) => a.Plus(b));
        var alfa = Toetsleer.Alfa(alle);
        return new(
            onderdeel.Code,
            Drempels.OpVijf(alle.Mensen),
            Drempels.OpVijf(bedrijven.Count),
            Rond(alfa),
            Toetsleer.Oordeel(alfa, onderdeel.Vragen.Count),
            [.. onderdeel.Vragen.Select((_, i) => Toetsleer.ItemTotaal(alle, i)?.ToString("0.00", CultureInfo.InvariantCulture) ?? "")],
            Rond(Toetsleer.Icc(bedrijven))
        );
    }

    private static decimal? Rond(double? getal) => getal is { } g ? Berekening.Rond((decimal)Math.Max(0, g), 2) : null;
}
