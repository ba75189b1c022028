using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

/// <summary>Every requirement and every refusal ground met and not met, in each version that has it and for each type it holds for.</summary>
public class EisenPerVersieTests
{
    public static TheoryData<string, string> Aanvragers
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var versie in Regelboek.Laad())
            foreach (var type in versie.Aanvragertypen)
                data.Add(versie.Id, type);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Aanvragers))]
    public void Een_eis_waaraan_niet_is_voldaan_maakt_het_plan_niet_subsidiabel(string id, string type)
    {
        var versie = Versie(id);
        var goed = Van(versie, Gevallen.Goed(versie, type));
        // Until 2024 every kind of activity is eligible: there that requirement cannot be missed.
        var eisen = Van(versie.Eisen, type).Where(eis => !eis.Activiteiten.Contains("D"));

        Assert.True(goed.Subsidiabel);
        Assert.All(
            eisen,
            eis =>
            {
                Assert.Equal(Toetsuitkomst.Voldaan, goed.Toets(eis.Code).Uitkomst);
                var slecht = Van(versie, Gevallen.Zonder(versie, type, eis.Code));
                Weigert(slecht, eis);
                Assert.Equal(
                    [new Waarde("eisen", eis.Code), new Waarde("titels", eis.Titel)],
                    slecht.Toets(Grondcode.EisenRegeling).Waarden
                );
            }
        );
    }

    [Theory]
    [MemberData(nameof(Aanvragers))]
    public void Een_grond_die_in_de_weg_staat_weigert_en_wat_niet_bekend_is_houdt_niets_tegen(string id, string type)
    {
        var versie = Versie(id);
        var (plan, feiten) = Gevallen.Goed(versie, type);
        var (goed, onbekend) = (Beoordeling.Van(versie, plan, feiten), Beoordeling.Van(versie, plan, Feiten.Geen));

        Assert.True(onbekend.Subsidiabel);
        Assert.All(
            Van(versie.Gronden, type).Where(grond => grond.Code != Grondcode.EisenRegeling),
            grond =>
            {
                Assert.Equal(Toetsuitkomst.Voldaan, goed.Toets(grond.Code).Uitkomst);
                Assert.Equal(Toetsuitkomst.NietBeoordeeld, onbekend.Toets(grond.Code).Uitkomst);
                var slecht = Beoordeling.Van(versie, plan, Met(feiten, grond.Code));
                Weigert(slecht, grond);
                Assert.Equal([grond.Code], slecht.Toetsen.Where(t => t.Uitkomst == Toetsuitkomst.NietVoldaan).Select(t => t.Code));
            }
        );
        Assert.Equal(Toetsuitkomst.Voldaan, goed.Toets(Grondcode.EisenRegeling).Uitkomst);
        Weigert(Van(versie, Gevallen.Zonder(versie, type, Eiscode.MinimumKosten)), versie.Grond(Grondcode.EisenRegeling));
    }

    [Fact]
    public void Elke_eis_en_elke_grond_van_elk_bestand_wordt_precies_een_keer_getoetst_voor_elk_soort_aanvrager()
    {
        foreach (var versie in Regelboek.Laad())
        foreach (var type in versie.Aanvragertypen)
            Assert.Equal(
                [
                    .. versie.Eisen.Values.Where(e => e.Aanvragertypen.Contains(type)).Select(e => e.Code).Order(StringComparer.Ordinal),
                    .. versie.Gronden.Keys.Order(StringComparer.Ordinal),
                ],
                Van(versie, Gevallen.Goed(versie, type))
                    .Toetsen.Select(t => t.Code)
                    .GroupBy(Grondcode.Alle.Contains)
                    .SelectMany(g => g.Order(StringComparer.Ordinal))
            );
    }

    [Fact]
    public void Elke_post_van_elk_bestand_komt_in_een_berekening_voor()
    {
        foreach (var versie in Regelboek.Laad())
        {
            var plannen = versie.Aanvragertypen.SelectMany(type => new[] { Gevallen.Goed(versie, type), Gevallen.Rijk(versie, type) });

            Assert.Equal(
                versie
                    .Posten.Keys.Where(p => p != Postcode.Loopbaantrajecten || versie.Zoek(Parameters.BedragLoopbaantraject) is not null)
                    .Order(StringComparer.Ordinal),
                plannen.SelectMany(g => Van(versie, g).Berekening.Regels).Select(r => r.Code).Distinct().Order(StringComparer.Ordinal)
            );
        }
    }

    private static Beoordeling Van(Regelversie versie, (Plan Plan, Feiten Feiten) geval) =>
        Beoordeling.Van(versie, geval.Plan, geval.Feiten);

    private static Feiten Met(Feiten feiten, string grond) =>
        grond switch
        {
            Grondcode.AlVerleendInTijdvak => feiten with { VerleendInTijdvak = ["SLIM-0000000001"] },
            Grondcode.LopendProject => feiten with { NietVastgesteldeZaken = ["SLIM-0000000001"] },
            Grondcode.VerklaringOntbreekt => feiten with { VerklaringenAanwezig = false },
            Grondcode.PlafondOverschreden => feiten with { PastOnderPlafond = false },
            _ => feiten with { Oordelen = Gevallen.Behalve(feiten.Oordelen, grond) },
        };

    private static IEnumerable<T> Van<T>(IReadOnlyDictionary<string, T> regels, string type)
        where T : RegelVoorTypen => regels.Values.Where(regel => regel.Aanvragertypen.Contains(type));

    private static void Weigert(Beoordeling beoordeling, Regel regel)
    {
        var toets = beoordeling.Toets(regel.Code);
        Assert.Equal((regel.Artikel, Toetsuitkomst.NietVoldaan), (toets.Artikel, toets.Uitkomst));
        Assert.Equal((false, 0m, 0m), (beoordeling.Subsidiabel, beoordeling.Subsidiebedrag, beoordeling.Voorschot));
    }
}
