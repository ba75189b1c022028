using NodaTime;
using SlimRegeling.Aanvragen.Behandeling;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

/// <summary>A decision that comes later than the law says is told to the applicant (4:14 Awb).</summary>
public class VertragingTests
{
    /// <summary>Thirteen weeks after the window closed (2.11).</summary>
    private static readonly LocalDate Uiterlijk = new(2026, 7, 30);

    private static readonly LocalDate Verwacht = new(2026, 9, 3);
    private static readonly Instant Nu = Moment.Op(new LocalDateTime(2026, 7, 20, 10, 0));
    private static readonly VertragingMedegedeeld Gemeld = new(KvkNummer, "slim-2026", Uiterlijk, Verwacht, Beoordelaar, Nu);

    [Fact]
    public void Zodra_duidelijk_is_dat_het_niet_lukt_leest_de_aanvrager_beide_dagen()
    {
        var gemeld = Beslis(Na(Ingediend, Volledig), Verwacht).Gebeurde<VertragingMedegedeeld>();

        Assert.Equal(Gemeld, gemeld);
        Assert.Equal(
            new VertragingMedegedeeldBericht(Zaak, KvkNummer, "slim-2026", Uiterlijk, Verwacht, Nu),
            Assert.Single(Uitgaand.Berichten(Zaak, gemeld))
        );
    }

    [Fact]
    public void De_wettelijke_termijn_blijft_dus_een_ingebrekestelling_telt_vanaf_de_dag_erna()
    {
        var gemeld = Na(Ingediend, Gemeld);
        var brief = Uiterlijk.PlusDays(1);

        Assert.Equal(
            brief,
            InGebrekeStellen
                .Beslis(gemeld, brief, Uiterlijk, Moment.Op(brief.At(new LocalTime(12, 0))))
                .Gebeurde<IngebrekestellingOntvangen>()
                .OntvangenOp
        );
    }

    [Fact]
    public void Een_dag_binnen_de_termijn_is_geen_vertraging()
    {
        var fout = Assert.Single(Beslis(Na(Ingediend), Uiterlijk).Geweigerd("onjuiste-invoer").Fouten);
        Assert.Equal(("verwachtOp", "artikel 4:14, eerste lid, Awb"), (fout.Veld, fout.Artikel));
        Assert.Contains("30 juli 2026", fout.Uitleg, StringComparison.Ordinal);
        Beslis(Na(Ingediend), Uiterlijk.PlusDays(1)).Gebeurde<VertragingMedegedeeld>();
    }

    [Fact]
    public void Een_dag_die_voorbij_is_kan_niet_en_vandaag_wel()
    {
        var laat = Moment.Op(new LocalDateTime(2026, 8, 10, 10, 0));
        Assert.Equal("verwachtOp", Assert.Single(Beslis(Na(Ingediend), new(2026, 8, 9), laat).Geweigerd("onjuiste-invoer").Fouten).Veld);
        Beslis(Na(Ingediend), new(2026, 8, 10), laat).Gebeurde<VertragingMedegedeeld>();
    }

    [Fact]
    public void Een_tweede_keer_kan_alleen_met_een_latere_dag()
    {
        var gemeld = Na(Ingediend, Gemeld);

        Assert.Same(Beslissing.Geen, Beslis(gemeld, Verwacht));
        Assert.Contains(
            "3 september 2026",
            Beslis(gemeld, Verwacht.PlusDays(-1)).Geweigerd("eerder-dan-gemeld").Uitleg,
            StringComparison.Ordinal
        );
        var later = Beslis(gemeld, Verwacht.PlusDays(7)).Gebeurde<VertragingMedegedeeld>();
        Assert.Equal(Verwacht.PlusDays(7), Pas(gemeld, later).Vertraging?.VerwachtOp);
    }

    [Fact]
    public void Na_een_besluit_of_een_intrekking_valt_er_niets_te_melden()
    {
        var besluit = new BesluitVernomen(KvkNummer, new Besluit(Besluitsoort.Verlening, $"{Zaak}-V1", Moment.Dag(Nu), 11_040.00m), Nu);

        Beslis(Na(Ingediend, besluit), Verwacht).Geweigerd("al-besloten");
        Beslis(Na(Ingediend, new AanvraagIngetrokken(Tijdvak.Id, null, Later)), Verwacht).Geweigerd("ingetrokken");
    }

    private static Beslissing Beslis(Aanvraag aanvraag, LocalDate verwacht, Instant? nu = null) =>
        VertragingMelden.Beslis(aanvraag, verwacht, Uiterlijk, Beoordelaar, nu ?? Nu);
}
