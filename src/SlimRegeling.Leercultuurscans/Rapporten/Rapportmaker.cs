using NodaTime;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Scans;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>All that a report is made of, once a scan is closed.</summary>
/// <param name="Leiding">Null when management signed nothing.</param>
/// <param name="Interventies">The catalogue, from which the handles of each priority are taken.</param>
/// <param name="Bijgemaakt">How many spare codes were made.</param>
/// <param name="Anderen">Other firms on this day; null when they are too few.</param>
/// <param name="NietTonen">Parts of which the questions hang together too little, over all firms, to tell anything of them.</param>
public sealed record Scanuitslag(
    Vragenlijst Lijst,
    Scanopzet Opzet,
    int Gevraagd,
    IReadOnlyList<Antwoordblad> Bladen,
    Leidingverklaring? Leiding,
    LocalDate Van,
    LocalDate Tot,
    string? Grootte = null,
    string? Sector = null,
    IReadOnlyList<Interventie>? Interventies = null,
    int Bijgemaakt = 0,
    Benchmarkbeeld? Anderen = null,
    IReadOnlyCollection<string>? NietTonen = null
)
{
    internal Scandrempels Drempels => new(Bijgemaakt);
}

/// <summary>Makes the one report of a scan. Pure; the order of the answers makes no difference.</summary>
public static class Rapportmaker
{
    private const string NietIngevuld = "niet ingevuld";

    /// <summary>Null when too few people answered to show anything.</summary>
    public static Rapport? Maak(Scanuitslag uitslag)
    {
        var lijst = uitslag.Lijst;
        var personen = uitslag.Bladen.Where(b => Berekening.TeltMee(lijst, b)).ToList();
        if (personen.Count < uitslag.Drempels.Antwoorden || uitslag.Gevraagd < Drempels.Gevraagd)
        {
            return null;
        }
        var kern = Meet(Maat.Kern(lijst), personen, uitslag);
        var onderdelen = Meet(Maat.Onderdelen(lijst), personen, uitslag);
        var toonbaar = Onderdrukking.Kies(
            personen.Count,
            [.. Indelingen(uitslag, personen)],
            kern.Concat(onderdelen).ToDictionary(g => g.Maat.Code, g => (IReadOnlyList<bool>)[.. g.Scores.Select(s => s is not null)])
        );
        var prioriteiten = Prioriteren.Kies(kern, personen, uitslag);
        var rapport = new Rapport(
            (lijst.Eigen ?? lijst.Kern).Id,
            uitslag.Gevraagd,
            personen.Count,
            Berekening.Beeldwoord(personen.Count, uitslag.Gevraagd),
            [.. kern.Select(g => Toon(g, g.Gegeven, uitslag.Gevraagd, VanLeiding(uitslag.Leiding, g.Maat)))],
            prioriteiten,
            Prioriteren.Sterkste(kern, prioriteiten),
            lijst.Eigen is null
                ? null
                : [.. onderdelen.Select(g => Toon(g, g.Gegeven, uitslag.Gevraagd, VanLeiding(uitslag.Leiding, g.Maat)))],
            lijst.Eigen is null ? null : Afbeelding(lijst.Eigen, onderdelen, uitslag.Gevraagd),
            [.. Splits(uitslag, personen, toonbaar, [.. kern, .. onderdelen])],
            uitslag.Leiding is { } l
                ? new Leidingbeeld(l.Fase, l.Volgorde, l.Belemmeringen, l.Drijfveren, l.Doelgroepen, l.Richting)
                : null,
            uitslag.Grootte,
            uitslag.Sector,
            uitslag.Van,
            uitslag.Tot,
            lijst.Kern.Id,
            Anderen: uitslag.Anderen
        );
        return Bevriezen.In(rapport, lijst, uitslag.Interventies ?? [], Mensenfase(personen, uitslag.Drempels));
    }

    private static List<Gemeten> Meet(IEnumerable<Maat> maten, List<Antwoordblad> personen, Scanuitslag uitslag) =>
        [.. maten.Select(m => new Gemeten(m, [.. personen.Select(m.Van)], uitslag.NietTonen?.Contains(m.Code) != true, uitslag.Drempels))];

    private static decimal? VanLeiding(Leidingverklaring? leiding, Maat maat) =>
        leiding is null ? null : maat.Van(new Antwoordblad(leiding.Antwoorden));

    private static Dimensiescore Toon(Gemeten gemeten, List<decimal> scores, int? gevraagd, decimal? leiding = null)
    {
        var maat = gemeten.Maat;
        if (!gemeten.Betrouwbaar)
        {
            return new Dimensiescore(maat.Code, maat.Naam, Rapport.Onbetrouwbaar);
        }
        if (scores.Count < gemeten.Drempels.Antwoorden)
        {
            // What management said is of the firm itself and tells nothing of them, but beside a gap it would.
            return new Dimensiescore(maat.Code, maat.Naam, Rapport.TeWeinig);
        }
        var gemiddelde = Berekening.Gemiddelde(scores);
        return new Dimensiescore(
            maat.Code,
            maat.Naam,
            maat.Beeld(gemiddelde),
            Berekening.Rond(gemiddelde, 1),
            Berekening.Schaal100(gemiddelde, maat.Schaal),
            Berekening.Rond((decimal)Berekening.Marge(scores, gevraagd), 2),
            scores.Count < gemeten.Drempels.Aandelen || maat.Telt is not null ? null : Berekening.Gunstig(scores),
            leiding is { } l ? Berekening.Rond(l, 1) : null,
            leiding - gemiddelde >= Berekening.Signaal ? "leiding-hoger"
                : gemiddelde - leiding >= Berekening.Signaal ? "leiding-lager"
                : null
        );
    }

    private static List<Dimensiescore> Afbeelding(Instrument eigen, List<Gemeten> onderdelen, int gevraagd) =>
        [
            .. Dimensies.Alle.Select(d =>
                OpDimensie(
                    d,
                    [
                        .. from paar in eigen.Onderdelen.Zip(onderdelen)
                        from afbeelding in paar.First.Dimensies
                        where afbeelding.Dimensie == d.Code
                        select (afbeelding.Gewicht, paar.Second),
                    ],
                    gevraagd
                )
            ),
        ];

    /// <summary>
    /// From the means of the parts as they are shown: taken of each person first it would, beside those, be about the few who answered only some of the parts.
    /// </summary>
    private static Dimensiescore OpDimensie(Dimensie dimensie, List<(decimal Gewicht, Gemeten Deel)> delen, int gevraagd)
    {
        var getoond = delen.FindAll(d => d.Deel.Genoeg);
        if (getoond.Count == 0)
        {
            var beeld =
                delen.Count == 0 ? Rapport.NietGemeten
                : delen.TrueForAll(d => !d.Deel.Betrouwbaar) ? Rapport.Onbetrouwbaar
                : Rapport.TeWeinig;
            return new Dimensiescore(dimensie.Code, dimensie.Naam.Nl, beeld);
        }
        if (getoond is [var enige])
        {
            return Toon(enige.Deel, enige.Deel.Gegeven, gevraagd) with { Code = dimensie.Code, Naam = dimensie.Naam.Nl };
        }
        var gewicht = getoond.Sum(d => d.Gewicht);
        var score = getoond.Sum(d => d.Gewicht * Berekening.Gemiddelde(d.Deel.Gegeven)) / gewicht;
        var schaal = getoond[0].Deel.Maat.Schaal;
        return new Dimensiescore(
            dimensie.Code,
            dimensie.Naam.Nl,
            Maat.Beeld(score, schaal, Geteld(getoond.ConvertAll(d => d.Deel.Maat.Telt))),
            Berekening.Rond(score, 1),
            Berekening.Schaal100(score, schaal),
            // As if all parts were off to the same side: it is not less.
            Berekening.Rond(getoond.Sum(d => d.Gewicht * (decimal)Berekening.Marge(d.Deel.Gegeven, gevraagd)) / gewicht, 2)
        );
    }

    // When all that tells of a dimension was counted, and with the same answers.
    private static Schaal? Geteld(List<Schaal?> schalen) =>
        schalen[0] is { } eerste && schalen.TrueForAll(s => s?.Antwoorden.SequenceEqual(eerste.Antwoorden) == true) ? eerste : null;

    /// <summary>The phase that most people are in; null when too few are, or all who said it: then it would tell of each of them.</summary>
    private static string? Mensenfase(List<Antwoordblad> personen, Scandrempels drempels)
    {
        var fasen = personen
            .Select(p => p.Kenmerken?.GetValueOrDefault(Keuzelijsten.Mensenfase.Code))
            .OfType<string>()
            .CountBy(f => f)
            .OrderByDescending(f => f.Value)
            .ToList();
        return fasen.Count > 1 && fasen[0].Value >= drempels.Persoonskenmerk && fasen[0].Value > fasen[1].Value ? fasen[0].Key : null;
    }

    private static IEnumerable<Indeling> Indelingen(Scanuitslag uitslag, List<Antwoordblad> personen)
    {
        var opzet = uitslag.Opzet;
        if (opzet.Teams.Count > 0)
        {
            var gevraagd = opzet.Teams.Where(t => t.Gevraagd is not null).ToDictionary(t => t.Code, t => t.Gevraagd!.Value);
            yield return new(
                Keuzelijsten.Team,
                Groepen(personen, Keuzelijsten.Team),
                gevraagd,
                uitslag.Drempels.Antwoorden,
                [.. opzet.Teams.Select(t => t.Code)]
            );
        }
        foreach (var kenmerk in Keuzelijsten.Kenmerken.Where(k => opzet.Kenmerken.Contains(k.Code)))
        {
            yield return new(
                kenmerk.Code,
                Groepen(personen, kenmerk.Code),
                new Dictionary<string, int>(),
                uitslag.Drempels.Persoonskenmerk
            );
        }
    }

    private static List<string> Groepen(List<Antwoordblad> personen, string kenmerk) =>
        [.. personen.Select(p => p.Kenmerken?.GetValueOrDefault(kenmerk) ?? "")];

    private static IEnumerable<Splitsing> Splits(
        Scanuitslag uitslag,
        List<Antwoordblad> personen,
        IReadOnlyList<Toonbaar> toonbaar,
        List<Gemeten> gemeten
    )
    {
        foreach (var vraag in uitslag.Opzet.Vragen().Where(v => v.Code != Keuzelijsten.Mensenfase.Code))
        {
            var getoond = toonbaar.FirstOrDefault(t => t.Kenmerk == vraag.Code);
            var groepen = Groepen(personen, vraag.Code);
            // Who did not say are a group like the others; that there is none is not told either.
            var namen = vraag.Keuzes.Append(new Keuze("", new(NietIngevuld, "not filled in")));
            yield return new Splitsing(
                vraag.Code,
                vraag.Vraag.Nl,
                getoond is null ? [] : [.. namen.Select(k => Groep(k, getoond, groepen, gemeten, uitslag, vraag.Code))]
            );
        }
    }

    private static int? Gevraagd(Scanopzet opzet, string kenmerk, string code) =>
        kenmerk == Keuzelijsten.Team ? opzet.Teams.FirstOrDefault(t => t.Code == code)?.Gevraagd : null;

    private static Groepscore Groep(
        Keuze keuze,
        Toonbaar toonbaar,
        List<string> groepen,
        List<Gemeten> gemeten,
        Scanuitslag uitslag,
        string kenmerk
    )
    {
        if (!toonbaar.Getoond.Contains(keuze.Code))
        {
            return new Groepscore(keuze.Code, keuze.Naam.Nl, Rapport.TeWeinig);
        }
        var aantal = groepen.Count(g => g == keuze.Code);
        var gevraagd = Gevraagd(uitslag.Opzet, kenmerk, keuze.Code);
        return new Groepscore(
            keuze.Code,
            keuze.Naam.Nl,
            gevraagd is { } n ? Berekening.Beeldwoord(aantal, n) : "",
            aantal,
            [
                .. gemeten.Select(g =>
                    toonbaar.PerMaat[g.Maat.Code].Contains(keuze.Code)
                        ? Toon(g, [.. g.Scores.Where((_, i) => groepen[i] == keuze.Code).OfType<decimal>()], gevraagd)
                        : new Dimensiescore(g.Maat.Code, g.Maat.Naam, Rapport.TeWeinig)
                ),
            ]
        );
    }
}
