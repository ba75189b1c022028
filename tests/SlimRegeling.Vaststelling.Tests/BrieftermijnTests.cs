using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Declaraties;
using static SlimRegeling.Vaststelling.Tests.Declaratieverhaal;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>What a letter asks for can be given within a term from the day on which that letter was sent.</summary>
public sealed class BrieftermijnTests
{
    private const string Bewijsverzoek = "bewijsverzoek";
    private const string Aanvulling = "declaratie-aanvulling";

    [Theory]
    [InlineData("the day itself", "2027-06-23", "2027-07-21")]
    [InlineData("after it waited for an address", "2027-07-05", "2027-08-02")]
    public void De_termijn_voor_bewijs_telt_vanaf_de_verzending(string geval, string verzondenOp, string uiterlijk)
    {
        var stand = InSteekproef().Dan(s => Verzend(s, Bewijsverzoek, verzondenOp));

        Assert.True(Dag(uiterlijk) == stand.Steekproef!.Uiterlijk, geval);
        Assert.Equal(Dag(uiterlijk), Beeldvan(stand).BewijsUiterlijk);
        Assert.Equal("wacht-op-bewijs", Beoordeel(stand, ["A", "C"], $"{uiterlijk}T23:59:59").Weigering?.Code);
        Assert.False(Beeldvan(stand.Dan(s => GeefBewijs(s, op: $"{uiterlijk}T23:59:59"))).Bewijs!.TeLaat);
    }

    [Fact]
    public void Een_brief_begint_zijn_termijn_een_keer_en_een_andere_brief_niet()
    {
        var stand = InSteekproef().Dan(s => Verzend(s, Bewijsverzoek, "2027-07-05"));

        Assert.Same(Beslissing.Geen, Verzend(stand, Bewijsverzoek, "2027-07-12"));
        Assert.Same(Beslissing.Geen, Verzend(InSteekproef(), Aanvulling, "2027-07-05"));
        Assert.Same(Beslissing.Geen, Verzend(InSteekproef(), "herinnering-bewijs-20270721", "2027-07-14"));
        Assert.Same(Beslissing.Geen, Verzend(Opengesteld(), Bewijsverzoek, "2027-07-05"));
    }

    [Fact]
    public void Wie_binnen_de_termijn_is_raakt_niets_kwijt_aan_een_voorstel_van_daarvoor()
    {
        // Of before it was kept that the term waits for its letter.
        var eerder = InSteekproef();
        var voorgesteld = (eerder with { Steekproef = eerder.Steekproef! with { VanafVerzending = null } })
            .Dan(s => Beoordeel(s, [], "2027-07-22T09:00:00"))
            .Dan(s => Onderteken(s, Eerste, "2027-07-22T10:00:00"));
        var later = voorgesteld.Dan(s => Verzend(s, Bewijsverzoek, "2027-07-23"));

        Assert.Equal(Fase.InSteekproef, later.Fase);
        Assert.Empty(later.Ondertekenaars);
        Assert.NotNull(voorgesteld.Dan(s => Verzend(s, Bewijsverzoek, "2027-06-23")).Voorstel);
        // What came before it was proposed was looked at.
        Assert.NotNull(Voorgesteld().Dan(s => Verzend(s, Bewijsverzoek, "2027-07-23")).Voorstel);
    }

    [Fact]
    public void Zolang_de_brief_niet_verzonden_is_loopt_er_niets()
    {
        var later = "2030-01-07T10:00:00";
        var weigeringen = new[]
        {
            Beoordeel(InSteekproef(), [], later),
            Oordeel(Ingediend().Dan(Vraag), op: later),
            Zonder(
                Open(Verband).Dan(s => VerzoektermijnStellen.Beslis(s, Beoordelaar, Regelstanden.Ongewijzigd, Op("2025-11-26T10:00:00"))),
                later
            ),
        }.Select(b => b.Weigering!);

        Assert.Equal(["wacht-op-bewijs", "wacht-op-aanvulling", "wacht-op-verzoek"], weigeringen.Select(w => w.Code));
        Assert.All(weigeringen, w => Assert.Contains("nog niet verzonden", w.Uitleg, StringComparison.Ordinal));
        Assert.False(Beeldvan(InSteekproef().Dan(s => GeefBewijs(s, op: "2027-08-02T10:00:00"))).Bewijs!.TeLaat);
        // What comes all the same is judged.
        Assert.Null(Beoordeel(InSteekproef().Dan(s => GeefBewijs(s)), ["A", "C"]).Weigering);
    }

    [Fact]
    public void De_termijn_om_de_declaratie_aan_te_vullen_telt_vanaf_de_verzending()
    {
        var stand = Ingediend().Dan(Vraag).Dan(s => Verzend(s, Aanvulling, "2025-07-10"));

        Assert.Equal(Dag("2025-07-24"), stand.Declaratieaanvulling!.Uiterlijk);
        Assert.Equal("wacht-op-aanvulling", Oordeel(stand, op: "2025-07-24T23:59:59").Weigering?.Code);
        Assert.Null(Oordeel(stand, op: "2025-07-25T00:00:00").Weigering);
    }

    [Fact]
    public void De_laatste_termijn_telt_vanaf_de_verzending()
    {
        var stand = Open(Verband)
            .Dan(s => VerzoektermijnStellen.Beslis(s, Beoordelaar, Regelstanden.Ongewijzigd, Op("2025-11-26T10:00:00")))
            .Dan(s => Verzend(s, "herinnering-verantwoording-laatste-termijn-20251224", "2025-12-03"));

        Assert.Equal(Dag("2025-12-31"), stand.Verzoektermijn!.Uiterlijk);
        Assert.Equal("wacht-op-verzoek", Zonder(stand, "2025-12-31T23:59:59").Weigering?.Code);
        Assert.Equal(Dag("2025-12-31"), stand.Dan(s => Zonder(s, "2026-01-01T09:00:00")).Voorstel!.ZonderVerzoek!.Termijn);
    }

    [Fact]
    public void Een_verslag_dat_terugging_kan_opnieuw_binnen_de_termijn_vanaf_de_verzending()
    {
        var terug = Opengesteld(VoortgangTests.Partnerschap)
            .Dan(s => VoortgangTests.Meld(s, "2026-08-03T12:00:00"))
            .Dan(s => VoortgangTests.Terug(s));
        Assert.Equal(Dag("2026-09-10"), terug.Teruggezonden!.Uiterlijk);

        var stand = terug.Dan(s => Verzend(s, "herinnering-voortgangsverslag-terug-20260910", "2026-09-02"));

        Assert.Equal(Dag("2026-09-16"), stand.Teruggezonden!.Uiterlijk);
        Assert.Equal(Dag("2026-09-16"), stand.Dan(s => VoortgangTests.Meld(s, "2026-09-16T12:00:00")).Verslag!.Uiterlijk);
    }

    /// <param name="brief">Without the case.</param>
    internal static Beslissing Verzend(Verantwoording stand, string brief, string dag) =>
        BijBriefVerzonden.Beslis(
            stand,
            new(Zaak, $"{Zaak}-{brief}", brief, null, Dag(dag), Op($"{dag}T18:00:00")),
            Regelstanden.Ongewijzigd
        );

    internal static Beslissing Vraag(Verantwoording stand) =>
        DeclaratieAanvullen.Beslis(stand, "Stuur de factuur.", Bewaar, Beoordelaar, Regelstanden.Ongewijzigd, Op("2025-07-07T10:00:00"));

    private static Beslissing Zonder(Verantwoording stand, string op) =>
        ZonderVerzoekBeoordelen.Beslis(
            Zaak,
            stand,
            new([new("C", 0.00m, "Niets gezien.")]),
            Bewaar,
            Beoordelaar,
            Regelstanden.Ongewijzigd,
            Op(op)
        );

    private static Bekijken.Beeld Beeldvan(Verantwoording stand) =>
        Bekijken.Van(stand, stand.Opening!, Bekijken.Teksten.Geen, aanvrager: true, Regelstanden.Ongewijzigd, Op("2027-08-03T10:00:00"));
}
