using System.Runtime.CompilerServices;
using NodaTime;
using SlimRegeling.Aanvragen.Werkblad;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using static SlimRegeling.Aanvragen.Beoordelen;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

/// <summary>The draft of an assessment, and the history of a case in words.</summary>
public class WerkbladTests
{
    private const string Ander = "beoordelaar-2";
    private static readonly Verzoek Iets = new([new Oordeel(Grondcode.NietHaalbaar, Uitkomstoordeel.NietVoldaan, "")]);
    private static readonly Aanvraag Klaar = Na(Ingediend, Volledig, Gereserveerd, Toegewezen);

    [Fact]
    public void Wat_nog_niet_af_is_wordt_bewaard() => Assert.Null(Weiger(Klaar, null, 0));

    [Fact]
    public void Wie_over_een_ander_heen_bewaart_hoort_wie_dat_was()
    {
        var bewaard = Concept(2);

        Assert.Null(Weiger(Klaar, bewaard, 2));
        foreach (var gezien in (long[])[0, 1, 3])
        {
            var weigering = Weiger(Klaar, bewaard, gezien)!;
            Assert.Equal(("verouderd", 412), (weigering.Code, weigering.Status));
            Assert.Contains(Ander, weigering.Uitleg, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Wie_niets_zag_en_toch_iets_vindt_overschrijft_niet() => Assert.Equal("verouderd", Weiger(Klaar, Concept(1), 0)!.Code);

    [Fact]
    public void Wat_er_was_en_weg_is_wordt_gezegd() => Assert.Equal("verouderd", Weiger(Klaar, null, 4)!.Code);

    [Fact]
    public void Zonder_versie_overschrijft_men_willens_en_wetens() => Assert.Null(Weiger(Klaar, Concept(7), null));

    [Fact]
    public void Alleen_wie_de_zaak_heeft_schrijft_en_alleen_zolang_zij_te_beoordelen_is()
    {
        Assert.Equal("niet-toegewezen", Weiger(Na(Ingediend, Volledig, Gereserveerd), null, 0)!.Code);
        Assert.Equal("van-andere-beoordelaar", Weiger(Na(Ingediend, Volledig, new AanvraagToegewezen(Ander, Later)), null, 0)!.Code);
        Assert.Equal("niet-volledig", Weiger(Na(Ingediend, Toegewezen), null, 0)!.Code);
        Assert.Equal("al-beoordeeld", Weiger(BeoordelenTests.Beoordeeld(), null, 0)!.Code);
    }

    [Fact]
    public void Een_concept_van_onmogelijk_veel_wordt_geweigerd()
    {
        Verzoek veel = new([.. Enumerable.Repeat(Iets.Gronden[0], 501)]);

        Assert.Equal("onjuiste-invoer", BeoordelingBewaren.Weiger(Klaar, null, veel, Beoordelaar, 0)!.Code);
    }

    [Fact]
    public void Een_concept_mag_oordelen_missen_die_het_voorstel_nodig_heeft()
    {
        string[] nodig = [Grondcode.NietHaalbaar, Grondcode.OnvoldoendeMeetbaar];

        Assert.Empty(Oordelen(nodig, Iets.Gronden, compleet: false));
        Assert.Equal(["gronden[0].argument", "gronden"], Oordelen(nodig, Iets.Gronden).Select(f => f.Veld));
        Assert.Equal("gronden[0].code", Assert.Single(Oordelen([], Iets.Gronden, compleet: false)).Veld);
    }

    [Fact]
    public void Elke_gebeurtenis_van_een_zaak_heeft_woorden()
    {
        var soorten = typeof(Aanvraag)
            .GetMethods()
            .Where(m => m.Name == "Apply")
            .Select(m => m.GetParameters()[0].ParameterType)
            .Where(t => t != typeof(BesluitVernomen))
            .ToList();

        Assert.Contains(typeof(BelangGemeld), soorten);
        foreach (var soort in soorten)
        {
            Assert.NotEmpty(VerloopTonen.Titel((Gebeurtenis)RuntimeHelpers.GetUninitializedObject(soort)));
        }
        foreach (var soort in Enum.GetValues<Besluitsoort>())
        {
            Assert.NotEmpty(VerloopTonen.Titel(Besloten(soort)));
        }
    }

    [Fact]
    public void Wat_een_ander_deed_en_hier_is_vernomen_vertelt_die_zelf()
    {
        var bij = typeof(Aanvraag)
            .GetMethods()
            .Where(m => m.Name == "Apply")
            .Select(m => m.GetParameters()[0].ParameterType)
            .Where(t => VerloopTonen.Bij((Gebeurtenis)RuntimeHelpers.GetUninitializedObject(t)) == "verlening")
            .Select(t => t.Name)
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                nameof(BesluitVernomen),
                nameof(BesluitwijzigingVernomen),
                nameof(BezwaarVernomen),
                nameof(BezwaarintrekkingVernomen),
                nameof(HerroepingVernomen),
                nameof(IntrekkingVernomen),
                nameof(TerugzendingVernomen),
            ],
            bij
        );
        Assert.Equal("vaststelling", VerloopTonen.Bij(Besloten(Besluitsoort.Vaststelling)));
        Assert.Equal("verlening", VerloopTonen.Bij(Besloten(Besluitsoort.Afwijzing)));
        // A settlement in the place of another is heard as another decision.
        var opnieuw = new BesluitwijzigingVernomen(Besloten(Besluitsoort.Vaststelling).Besluit, Later);
        Assert.Equal(("vaststelling", "Subsidie opnieuw vastgesteld"), (VerloopTonen.Bij(opnieuw), VerloopTonen.Titel(opnieuw)));
        var hoger = new BesluitwijzigingVernomen(Besloten(Besluitsoort.Verlening).Besluit, Later);
        Assert.Equal(("verlening", "Verlening gewijzigd"), (VerloopTonen.Bij(hoger), VerloopTonen.Titel(hoger)));
    }

    [Fact]
    public void Wat_is_herroepen_geldt_weer_ook_als_de_intrekking_later_wordt_vernomen()
    {
        var verleend = new Aanvraag().Apply(
            new BesluitVernomen(KvkNummer, new Besluit(Besluitsoort.Verlening, "SLIM-V1", new LocalDate(2026, 6, 1), 10000m))
        );
        var ingetrokken = new IntrekkingVernomen("SLIM-I1", 4000m, Later);
        var deels = new HerroepingVernomen("SLIM-BZ1-1", "SLIM-I1", 6000m, Later);
        var geheel = new HerroepingVernomen("SLIM-BZ1-2", "SLIM-I1", null, Later);

        Assert.Equal(4000m, Bedrag(verleend.Apply(ingetrokken)));
        Assert.Equal(6000m, Bedrag(verleend.Apply(ingetrokken).Apply(deels)));
        Assert.Equal(6000m, Bedrag(verleend.Apply(deels).Apply(ingetrokken)));
        Assert.Equal(10000m, Bedrag(verleend.Apply(geheel).Apply(ingetrokken).Apply(deels)));

        static decimal Bedrag(Aanvraag aanvraag) => Assert.Single(aanvraag.GeldendeBesluiten).Bedrag;
    }

    [Theory]
    [InlineData(true, "verlening")]
    [InlineData(null, null)]
    public void Wie_na_de_beoordeling_introk_deed_dat_bij_de_verlening(bool? bijBesluit, string? bij) =>
        Assert.Equal(bij, VerloopTonen.Bij(new AanvraagIngetrokken(Tijdvak.Id, null, Later, bijBesluit)));

    private static BesluitVernomen Besloten(Besluitsoort soort) =>
        new(KvkNummer, new Besluit(soort, "SLIM-V1", new LocalDate(2026, 6, 1), 1m));

    private static Weigering? Weiger(Aanvraag aanvraag, Beoordelingsconcept? bestaand, long? gezien) =>
        BeoordelingBewaren.Weiger(aanvraag, bestaand, Iets, Beoordelaar, gezien);

    private static Beoordelingsconcept Concept(int versie) => new(Zaak, Iets, Ander, Later) { Version = versie };
}
