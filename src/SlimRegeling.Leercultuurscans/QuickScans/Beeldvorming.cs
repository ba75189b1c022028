using System.Text.Json.Serialization;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Leercultuurscans.Scans;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.QuickScans;

/// <summary>What one person filled in of the twelve kernvragen.</summary>
/// <param name="Fase"><c>weten</c>, <c>willen</c> or <c>kunnen</c>.</param>
/// <param name="Rol"><c>ondernemer</c>, <c>leidinggevende</c> or <c>werknemer</c>.</param>
/// <param name="Grootte">Size class; who does not want to say leaves it out.</param>
/// <param name="Sector">Section of the SBI, likewise.</param>
public sealed record Invulling(
    IReadOnlyDictionary<string, IReadOnlyList<int?>> Antwoorden,
    string Fase,
    string Rol,
    string? Grootte = null,
    string? Sector = null
)
{
    /// <summary>Who someone is at the firm.</summary>
    public static readonly IReadOnlyList<Keuze> Rollen =
    [
        new("ondernemer", new("Ik ben de ondernemer", "I am the entrepreneur")),
        new("leidinggevende", new("Ik geef leiding", "I am a manager")),
        new("werknemer", new("Ik werk bij het bedrijf", "I work at the firm")),
    ];

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<Fout> Controleer(Instrument kern)
    {
        var fouten = new Antwoordblad(Antwoorden)
            .Controleer(new Vragenlijst(kern, null), new Dictionary<string, IReadOnlyList<string>>())
            .ToList();
        Uit(Fase, Keuzelijsten.Fasen, "fase");
        Uit(Rol, Rollen, "rol");
        Uit(Grootte, Keuzelijsten.Groottes, "grootte");
        Uit(Sector, Keuzelijsten.Sectoren, "sector");
        return fouten;

        void Uit(string? gekozen, IReadOnlyList<Keuze> keuzes, string veld)
        {
            if (gekozen is not null && !keuzes.Kent(gekozen))
            {
                fouten.Add(new Fout(veld, $"Kies uit {string.Join(", ", keuzes.Codes())}."));
            }
        }
    }
}

/// <summary>A first picture by one person: an indication, beside which nobody else is laid.</summary>
/// <param name="Sterk">The dimension with the highest score; absent when nothing was answered.</param>
/// <param name="Doen">Three things to do, each of one dimension, the lowest first.</param>
public sealed record QuickScanbeeld(
    IReadOnlyList<QuickScanscore> Dimensies,
    string? Sterk,
    IReadOnlyList<QuickScanadvies> Doen,
    Tweetalig EersteStap
);

/// <param name="Beeld">The band in words, or <c>niet gemeten</c>.</param>
public sealed record QuickScanscore(
    string Code,
    Tweetalig Naam,
    string Beeld,
    [property: JsonConverter(typeof(AantalConverter))] decimal? Score = null,
    int? Schaal100 = null
);

public sealed record QuickScanadvies(string Dimensie, Interventie Interventie);

/// <summary>Makes the picture. Pure.</summary>
public static class Beeldvorming
{
    private const int Adviezen = 3;

    public static QuickScanbeeld Maak(Instrument kern, Invulling invulling, IReadOnlyList<Interventie> interventies)
    {
        var blad = new Antwoordblad(invulling.Antwoorden);
        var scores = kern.Onderdelen.Select(o => (Onderdeel: o, Score: Berekening.Score(new(o, kern.Schaal), blad))).ToList();
        var gemeten = scores
            .Where(s => s.Score is not null)
            .OrderBy(s => s.Score)
            .ThenBy(s => s.Onderdeel.Code, StringComparer.Ordinal)
            .Select(s => s.Onderdeel.Code)
            .ToList();
        var doen = Doen(gemeten, invulling, interventies);
        return new(
            [.. scores.Select(s => Score(kern, s.Onderdeel, s.Score))],
            gemeten.LastOrDefault(code => doen.TrueForAll(d => d.Dimensie != code)),
            doen,
            Rapporttekst.VoorWerkgever(invulling.Fase).EersteStap
        );
    }

    private static QuickScanscore Score(Instrument kern, Onderdeel onderdeel, decimal? score) =>
        score is { } s
            ? new(onderdeel.Code, onderdeel.Naam, Berekening.Band(s), Berekening.Rond(s, 1), Berekening.Schaal100(s, kern.Schaal))
            : new(onderdeel.Code, onderdeel.Naam, Rapport.NietGemeten);

    private static List<QuickScanadvies> Doen(List<string> laagsteEerst, Invulling invulling, IReadOnlyList<Interventie> interventies)
    {
        var gekozen = new List<QuickScanadvies>();
        foreach (var dimensie in laagsteEerst)
        {
            var passend = Advies.Handvatten(interventies, dimensie, invulling.Fase, invulling.Grootte, invulling.Sector);
            if (passend.FirstOrDefault(id => gekozen.All(g => g.Interventie.Id != id)) is { } eerste)
            {
                gekozen.Add(new(dimensie, interventies.First(i => i.Id == eerste)));
            }
        }
        return [.. gekozen.Take(Adviezen)];
    }
}
