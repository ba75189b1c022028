using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>
/// Shows how reliable an instrument is, over the answers of closed scans, from which everything is gone that tells people apart: the one thing that
/// is computed of answers beside a report, and only over many firms.
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
        var bron = contexten.Van(typeof(LeercultuurscansContext)).Bron;
        await using var opdracht = bron.CreateCommand(
            """
            select c.kvk_nummer, a.antwoorden from leercultuurscans.antwoord a
            join leercultuurscans.rapportcijfer c on c.scan = a.scan and c.reeks = $1
            where a.antwoorden is not null
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = instrument });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var bladen = new List<(string Bedrijf, Antwoordblad Blad)>();
        while (await rij.ReadAsync(ct))
        {
            bladen.Add((rij.GetString(0), Antwoordblad.Lees(rij.GetString(1))));
        }
        return Uitkomst.Ok(Bereken(gevonden, bladen));
    }

    /// <summary>Of each part that enough people at enough firms answered.</summary>
    public static IReadOnlyList<Betrouwbaarheid> Bereken(
        Instrument instrument,
        IReadOnlyList<(string Bedrijf, Antwoordblad Blad)> bladen
    ) => [.. instrument.Onderdelen.Select(o => Bereken(new Lijstdeel(o, instrument.SchaalVan(o)), bladen)).OfType<Betrouwbaarheid>()];

    private static Betrouwbaarheid? Bereken(Lijstdeel deel, IReadOnlyList<(string Bedrijf, Antwoordblad Blad)> bladen)
    {
        var volledig = (
            from b in bladen
            let waarden = b.Blad.Antwoorden.GetValueOrDefault(deel.Onderdeel.Code)
            where waarden is not null && waarden.All(w => w is not null)
            select (
                b.Bedrijf,
                Items: (IReadOnlyList<double>)
                    [.. deel.Onderdeel.Vragen.Zip(waarden!, (v, w) => (double)Berekening.Antwoord(v, deel.Schaal, w!.Value))]
            )
        ).ToList();
        var bedrijven = volledig.GroupBy(v => v.Bedrijf).ToList();
        if (volledig.Count < Betrouwbaarheid.MinstePersonen || bedrijven.Count < Betrouwbaarheid.MinsteBedrijven)
        {
            return null;
        }
        IReadOnlyList<IReadOnlyList<double>> personen = [.. volledig.Select(v => v.Items)];
        var alfa = Toetsleer.Alfa(personen);
        return new(
            deel.Onderdeel.Code,
            Drempels.OpVijf(volledig.Count),
            Drempels.OpVijf(bedrijven.Count),
            Rond(alfa),
            Toetsleer.Oordeel(alfa, deel.Onderdeel.Vragen.Count),
            [
                .. deel.Onderdeel.Vragen.Select(
                    (_, i) => Toetsleer.ItemTotaal(personen, i)?.ToString("0.00", CultureInfo.InvariantCulture) ?? ""
                ),
            ],
            Rond(Toetsleer.Icc([.. bedrijven.Select(b => (IReadOnlyList<double>)[.. b.Select(v => v.Items.Average())])]))
        );
    }

    private static decimal? Rond(double? getal) => getal is { } g ? Berekening.Rond((decimal)Math.Max(0, g), 2) : null;
}
