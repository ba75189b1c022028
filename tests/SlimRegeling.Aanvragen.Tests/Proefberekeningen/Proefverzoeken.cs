using CsCheck;
using NodaTime;
using SlimRegeling.Aanvragen.Proefberekeningen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Tests.Proefberekeningen;

/// <summary>Every request that the contract allows: all windows, applicant types and activities.</summary>
internal static class Proefverzoeken
{
    private static readonly string[] Tijdvakken = [.. Regels.Aanvraagtijdvakken.Alle.Select(t => t.Id)];

    private static readonly Gen<decimal> Bedrag = Gen.Frequency(
        (1, Gen.Const(0m)),
        (6, Gen.Long[0, 50_000_000].Select(c => c / 100m)),
        (1, Gen.Long[0, 999_999_999_999_999].Select(c => c / 100m))
    );

    private static readonly Gen<decimal> Uren = Gen.Frequency(
        (4, Gen.Long[0, 200_000].Select(u => u / 100m)),
        (1, Gen.Long[0, 10_000_000].Select(u => u / 100m))
    );

    private static readonly Gen<decimal> Personen = Gen.Frequency(
        (4, Gen.Int[0, 30_000].Select(p => p / 100m)),
        (1, Gen.Int[0, 10_000_000].Select(p => p / 100m))
    );

    private static readonly Gen<string> Sbi = Gen.OneOf("4321", "0111", "0311", "4941", "5610", "85", "01301", "9329");

    private static readonly Gen<Bandgegevens> Band = Gen.Select(Gen.Bool, Gen.Decimal[0m, 100m], Personen, Bedrag, Bedrag)
        .Select(
            (verbonden, percentage, personen, omzet, balans) =>
                new Bandgegevens
                {
                    Soort = verbonden ? Bandgegevens.Verbonden : Bandgegevens.Partner,
                    Percentage = percentage,
                    WerkzamePersonen = personen,
                    Jaaromzet = omzet,
                    Balanstotaal = balans,
                }
        );

    private static readonly Gen<Proefsteun> Steun = Gen.Select(Bedrag, Gen.Int[0, 4000])
        .Select((bedrag, dag) => new Proefsteun { Bedrag = bedrag, VerleendOp = new LocalDate(2017, 1, 1).PlusDays(dag) });

    private static readonly Gen<Proefaanvrager> Onderneming = Gen.Select(
            Gen.OneOf(Aanvragertype.MkbOnderneming, Aanvragertype.Grootbedrijf),
            Personen,
            Gen.Select(Bedrag, Bedrag),
            Sbi.List[1, 3],
            Gen.Null(Band.List[0, 2].Select(b => (IReadOnlyList<Bandgegevens>)b)),
            Gen.Null(Steun.List[0, 3].Select(s => (IReadOnlyList<Proefsteun>)s))
        )
        .Select(
            (type, personen, omvang, sbi, banden, steun) =>
                new Proefaanvrager
                {
                    Type = type,
                    WerkzamePersonen = personen,
                    Jaaromzet = omvang.Item1,
                    Balanstotaal = omvang.Item2,
                    SbiCodes = sbi,
                    VerbondenOndernemingen = banden,
                    DeMinimissteun = steun,
                }
        );

    private static readonly Gen<EigenUrenregel> EigenUren = Gen.Select(Uren, Bedrag, Gen.Nullable(Gen.Bool))
        .Select((uren, loon, eigenaar) => new EigenUrenregel(uren, loon, eigenaar));

    private static readonly Gen<ExterneUrenregel> ExterneUren = Gen.Select(Uren, Bedrag, Gen.Nullable(Gen.Bool))
        .Select((uren, tarief, marktconform) => new ExterneUrenregel(uren, tarief, marktconform));

    private static readonly Gen<Activiteitgegevens> Activiteit = Gen.Select(
            Gen.OneOf("A", "B", "C", "C", "D"),
            EigenUren.List[0, 2],
            ExterneUren.List[0, 2],
            Bedrag,
            Gen.Frequency((4, Gen.Int[0, 40]), (1, Gen.Int[0, 10_000]))
        )
        .Select(
            (soort, eigen, extern_, overig, stuks) =>
                new Activiteitgegevens(
                    soort,
                    soort == "D" ? null : eigen,
                    soort == "D" ? null : extern_,
                    soort == "D" ? null : overig,
                    soort == "B" ? stuks : null,
                    soort == "D" ? stuks : null
                )
        );

    // A few numbers, so that parties are sometimes linked to each other.
    private static readonly Gen<Deelnemergegevens> Deelnemer = Gen.Select(
            Gen.OneOf([.. Partijsoort.Alle, Partijsoort.MkbOnderneming, Partijsoort.MkbOnderneming]),
            Personen,
            Bedrag,
            Bedrag,
            Gen.Null(Sbi.List[0, 2].Select(s => (IReadOnlyList<string>)s)),
            Gen.Null(Gen.Int[1, 6].Select(Kvk).List[0, 2].Select(v => (IReadOnlyList<string>)v))
        )
        .Select(
            (type, personen, omzet, balans, sbi, verbonden) =>
                new Deelnemergegevens
                {
                    KvkNummer = "",
                    Rol = Deelnemergegevens.Partij,
                    Type = type,
                    AandeelKosten = 0m,
                    WerkzamePersonen = personen,
                    Jaaromzet = omzet,
                    Balanstotaal = balans,
                    SbiCodes = sbi,
                    VerbondenMet = verbonden,
                }
        );

    private static readonly Gen<Proefverzoek> VanOnderneming = Gen.Select(Gen.OneOf(Tijdvakken), Onderneming, Activiteit.List[1, 4])
        .Select(Maak);

    private static readonly Gen<Proefverzoek> VanSamenwerkingsverband = Gen.Select(
            Gen.OneOf(Tijdvakken),
            Deelnemer.List[1, 5],
            Activiteit.List[1, 4],
            Gen.Int[0, 100].List[5]
        )
        .Select(
            (tijdvak, deelnemers, activiteiten, gewichten) =>
            {
                var genummerd = deelnemers.Select(
                    (d, i) => d with { KvkNummer = Kvk(i + 1), Rol = i == 0 ? Deelnemergegevens.Hoofdaanvrager : Deelnemergegevens.Partij }
                );
                return Verdeel(
                    Maak(
                        tijdvak,
                        new Proefaanvrager { Type = Aanvragertype.Samenwerkingsverband, Deelnemers = [.. genummerd] },
                        activiteiten
                    ),
                    gewichten
                );
            }
        )
        // A share is at most thirteen digits.
        .Where(verzoek => verzoek.Aanvrager.Deelnemers!.All(d => d.AandeelKosten < 10_000_000_000_000m));

    public static Gen<Proefverzoek> Alle { get; } = Gen.Frequency((1, VanOnderneming), (1, VanSamenwerkingsverband));

    private static Proefverzoek Maak(string tijdvak, Proefaanvrager aanvrager, IReadOnlyList<Activiteitgegevens> activiteiten) =>
        new()
        {
            Tijdvak = tijdvak,
            Aanvrager = aanvrager,
            Activiteiten = activiteiten,
        };

    /// <summary>Divides the costs over the parties; what does not divide is for the last.</summary>
    private static Proefverzoek Verdeel(Proefverzoek verzoek, List<int> gewichten)
    {
        var versie = Regelboek.Versie(Proefberekenen.Eerder(verzoek.Tijdvak)!.Regelversie);
        var rest = Subsidieberekening.Bereken(versie, verzoek.Regelplan()).ExternEnLoon;
        var som = Math.Max(1, gewichten.Sum());
        var deelnemers = verzoek.Aanvrager.Deelnemers!.ToList();
        var kosten = rest;
        for (var i = 0; i < deelnemers.Count; i++)
        {
            var deel = i == deelnemers.Count - 1 ? rest : Math.Floor(kosten * gewichten[i] / som * 100m) / 100m;
            deelnemers[i] = deelnemers[i] with { AandeelKosten = deel };
            rest -= deel;
        }
        return verzoek with { Aanvrager = verzoek.Aanvrager with { Deelnemers = deelnemers } };
    }

    private static string Kvk(int nummer) => new((char)('0' + nummer), 8);
}
