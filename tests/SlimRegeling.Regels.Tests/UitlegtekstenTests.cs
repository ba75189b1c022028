using System.Runtime.CompilerServices;
using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

/// <summary>Every text that people read about an outcome or a line stands in Teksten.txt: a change is seen there first. SLIM_GOUD=schrijf
/// writes it again.</summary>
public class UitlegtekstenTests
{
    [Fact]
    public void Elke_uitleg_en_elke_omschrijving_staat_in_het_bestand_met_teksten()
    {
        var beoordelingen = Beoordelingen().ToList();
        string[] teksten =
        [
            .. Eiscode.Alle.Concat(Grondcode.Alle).SelectMany(code => Uitleg(code, beoordelingen)),
            "",
            .. Postcode.Alle.SelectMany(code => Omschrijving(code, beoordelingen)),
        ];

        if (Environment.GetEnvironmentVariable("SLIM_GOUD") == "schrijf")
            File.WriteAllLines(Bestand(), teksten);
        Assert.Equal(File.ReadAllLines(Bestand()), teksten);
    }

    [Fact]
    public void Een_uitkomst_van_voor_er_meer_waarden_waren_legt_zich_nog_uit()
    {
        Toets[] oud =
        [
            new(Eiscode.Aanvragertype, "2.19 en 2.21", Toetsuitkomst.NietVoldaan, [new("aanvragertype", "grootbedrijf")]),
            new(
                Eiscode.MinimumKosten,
                "2.4, vierde en vijfde lid",
                Toetsuitkomst.NietVoldaan,
                [new("subsidiabele-kosten", "4999.99"), new("minimum", "5000.00")]
            ),
        ];

        Assert.Equal(
            [
                "U kunt in dit tijdvak niet aanvragen als grootbedrijf. Vraag aan in een tijdvak dat voor u is bedoeld. (artikel 2.19 en "
                    + "2.21)",
                "Uw subsidiabele kosten voor A en C zijn € 4.999,99. Dat moet ten minste € 5.000,00 zijn. Breid A of C uit, of vraag "
                    + "alleen B aan. (artikel 2.4, vierde en vijfde lid)",
            ],
            oud.Select(t => t.Uitleg)
        );
    }

    [Fact]
    public void Een_onbekende_code_heeft_geen_tekst()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Toets("x", "1", Toetsuitkomst.Voldaan, []).Uitleg);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Toets("x", "1", Toetsuitkomst.NietVoldaan, []).Uitleg);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rekenregel("x", "1", 0m, []).Omschrijving);
        Assert.Throws<KeyNotFoundException>(() => new Toets(Eiscode.MkbOmvang, "1", Toetsuitkomst.Voldaan, []).Uitleg);
    }

    private static IEnumerable<string> Uitleg(string code, IReadOnlyList<Beoordeling> beoordelingen) =>
        beoordelingen
            .SelectMany(b => b.Toetsen)
            .Where(t => t.Code == code)
            .OrderBy(t => t.Uitkomst)
            .Select(t => $"{code} | {t.Uitkomst} | {t.Uitleg.Replace($" (artikel {t.Artikel})", "", StringComparison.Ordinal)}")
            .Distinct();

    private static IEnumerable<string> Omschrijving(string code, IReadOnlyList<Beoordeling> beoordelingen) =>
        beoordelingen.SelectMany(b => b.Berekening.Regels).Where(r => r.Code == code).Select(r => $"{code} | {r.Omschrijving}").Distinct();

    /// <summary>For a version of each kind and each type: everything met, each requirement and ground missed, little known, much asked.
    /// </summary>
    private static IEnumerable<Beoordeling> Beoordelingen()
    {
        foreach (var versie in new[] { Versie("slim-2022"), Versie("slim-2024"), Slim2026 })
        foreach (var type in versie.Aanvragertypen)
        {
            var (plan, feiten) = Gevallen.Goed(versie, type);
            yield return Beoordeling.Van(versie, plan, feiten);
            yield return Beoordeling.Van(versie, plan, Feiten.Geen);
            yield return Beoordeling.Van(versie, plan with { Activiteiten = [new(Activiteitsoort.B) { Trajecten = 2 }] }, feiten);
            yield return Beoordeling.Van(versie, plan with { Activiteiten = [new(Activiteitsoort.A)] }, Feiten.Geen);
            foreach (var eis in versie.Eisen.Values.Where(e => e.Aanvragertypen.Contains(type)))
            {
                var slecht = Gevallen.Zonder(versie, type, eis.Code);
                yield return Beoordeling.Van(versie, slecht.Plan, slecht.Feiten);
            }
            yield return Beoordeling.Van(
                versie,
                plan,
                feiten with
                {
                    VerleendInTijdvak = ["SLIM-0000000001"],
                    NietVastgesteldeZaken = ["SLIM-0000000002", "SLIM-0000000003"],
                    VerklaringenAanwezig = false,
                    PastOnderPlafond = false,
                    Oordelen = feiten.Oordelen.ToDictionary(o => o.Key, _ => false),
                }
            );
            var rijk = Gevallen.Rijk(versie, type);
            yield return Beoordeling.Van(versie, rijk.Plan, rijk.Feiten);
        }

        foreach (var plan in Bijzonder())
        foreach (var versie in new[] { Versie("slim-2022"), Slim2026 })
            yield return Beoordeling.Van(versie, plan, Feiten.Geen);
    }

    private static IEnumerable<Plan> Bijzonder()
    {
        ExterneUren[] uren = [new(2.5m, 200.00m, Marktconform: true), new(1m, 200.00m)];
        yield return Met(new Activiteit(Activiteitsoort.A) { ExterneUren = uren, EigenUren = [new(8m, 56_000.00m, Eigenaar: true)] });
        yield return MetExterneKosten(10_000.00m) with
        {
            Onderneming = Klein with { WerkzamePersonen = 50.5m },
        };
        yield return VanGrootbedrijf(new Activiteit(Activiteitsoort.C)) with
        {
            Onderneming = Hotel with { SbiCodes = [] },
        };
        yield return VanGrootbedrijf(new Activiteit(Activiteitsoort.C)) with
        {
            Onderneming = Klein,
        };
        foreach (var sbi in new[] { "0113", "0312", "4941", "4321" })
            yield return Verband(900_000.00m, Partij("10000001", 2m, sbi), Partij("10000002", 1m) with { Onderneming = null });
        yield return Verband(0m, Partij("10000001", 0m));
        yield return Zaak with
        {
            Aanvragertype = "stichting",
        };
    }

    private static string Bestand([CallerFilePath] string hier = "") => Path.Combine(Path.GetDirectoryName(hier)!, "Teksten.txt");
}
