using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

/// <summary>From the assessment until the signature the applicant withdraws here.</summary>
public sealed class IntrekkenTests
{
    private static readonly Verwijzing Bewaard = new(Guid.Empty, "h");
    private static readonly NodaTime.Instant Nu = Op("2026-06-20T09:00:00");

    public static TheoryData<string, object[]> Onbesloten =>
        new()
        {
            { "assessed, without budget", [Verlenen] },
            { "a proposal to grant lies ready", [Reservering, Verlenen] },
            { "a proposal to refuse lies ready", [Reservering, Afwijzen] },
            { "its budget was freed", [Verlenen, Reservering, Vrijgegeven] },
        };

    [Theory]
    [MemberData(nameof(Onbesloten))]
    public void What_was_assessed_is_withdrawn_until_it_is_signed(string geval, object[] berichten)
    {
        var verlening = Na(berichten)!;

        var ingetrokken = Assert.IsType<IngetrokkenDoorAanvrager>(Assert.Single(Trek(verlening).Gebeurtenissen));

        Assert.True((Tijdvak, Kvk, Bewaard, Nu) == (ingetrokken.Tijdvak, ingetrokken.KvkNummer, ingetrokken.Reden, ingetrokken.Op), geval);
        Assert.Equal(new AanvraagIngetrokkenBericht(Zaak, Tijdvak, Kvk, Nu), Assert.Single(Uitgaand.Berichten(Zaak, ingetrokken)));
        var stand = Volg(verlening, Trek(verlening))!;
        Assert.Equal((Fase.Vervallen, null), (stand.Fase, stand.Voorstelhash));
        Assert.Equal("vervallen", Onderteken(stand).Weigering?.Code);
        Assert.Contains("ingetrokken", Onderteken(stand).Weigering!.Uitleg, StringComparison.Ordinal);
        // Withdrawing twice is withdrawing once, and what is heard afterwards changes nothing for people.
        Assert.Same(Beslissing.Geen, Intrekken.Beslis(stand, Nooit, Nu));
        Assert.Empty(Hoor(stand, Ingetrokken).Gebeurtenissen);
        Assert.Empty(Hoor(stand, Ontoereikend).Gebeurtenissen);
        var later = Reservering with { Op = Op("2026-07-01T10:00:00") };
        Assert.Equal(Fase.Vervallen, Volg(Volg(stand, Hoor(stand, Verlenen with { Op = later.Op })), Hoor(stand, later))!.Fase);
    }

    [Fact]
    public void What_was_sent_back_is_withdrawn_too()
    {
        var verlening = Voorgelegd();
        var terug = Volg(verlening, Beslissing.Van(new Teruggezonden(verlening.Voorstelhash!, Tijdvak, Ondertekenaar, Bewaard, Nu)))!;

        Assert.IsType<IngetrokkenDoorAanvrager>(Assert.Single(Trek(terug).Gebeurtenissen));
    }

    [Fact]
    public void After_the_signature_it_stays_and_the_answer_says_what_can_be_done()
    {
        var verleend = Geweigerd(Ondertekend(), "al-verleend");
        Assert.Contains("22 juni 2026", verleend.Uitleg, StringComparison.Ordinal);
        Assert.Contains(Uitvoerder.Schrijf(Zaak + "-V1"), verleend.Uitleg, StringComparison.Ordinal);
        Assert.Contains("maak dan bezwaar", Geweigerd(Ondertekend(voorstel: Afwijzen), "al-afgewezen").Uitleg, StringComparison.Ordinal);
        Assert.Contains("maak dan bezwaar", Geweigerd(Na(Ontoereikend)!, "al-afgewezen").Uitleg, StringComparison.Ordinal);
        Geweigerd(Na(BuitenBehandeling, Ingetrokken with { Grond = "buiten-behandeling" })!, "buiten-behandeling");
        Geweigerd(Na(Verlenen, Ingetrokken with { Grond = "iets-anders" })!, "vervallen");
        Geweigerd(Na(Reservering)!, "nog-niet-beoordeeld");
    }

    [Fact]
    public void Who_asks_before_the_assessment_was_heard_is_told_to_wait_and_a_neighbour_nothing()
    {
        var onderweg = Beoordelingsnavraag.Antwoord(Zaak, Kvk, new(Kvk, Beoordeeld: true));
        Assert.Equal(("beoordeling-onderweg", 503), (onderweg.Code, onderweg.Status));
        Assert.Contains("over een minuut opnieuw", onderweg.Uitleg, StringComparison.Ordinal);
        var eerder = Beoordelingsnavraag.Antwoord(Zaak, Kvk, new(Kvk, Beoordeeld: false));
        Assert.Equal(Geweigerd(Na(Reservering)!, "nog-niet-beoordeeld").Uitleg, eerder.Uitleg);
        var onbekend = Beoordelingsnavraag.Antwoord(Zaak, Kvk, null);
        Assert.Equal(("niet-gevonden", 404), (onbekend.Code, onbekend.Status));
        Assert.Equal(onbekend, Beoordelingsnavraag.Antwoord(Zaak, "30000009", new(Kvk, Beoordeeld: true)));
        Assert.Equal(onbekend, Beoordelingsnavraag.Antwoord(Zaak, null, new(Kvk, Beoordeeld: false)));
    }

    private static Beslissing Trek(Verlening verlening) => Intrekken.Beslis(verlening, () => Bewaard, Nu);

    private static Weigering Geweigerd(Verlening verlening, string code)
    {
        var weigering = Intrekken.Beslis(verlening, Nooit, Nu).Weigering;
        Assert.Equal(code, weigering?.Code);
        return weigering!;
    }

    private static Verwijzing? Nooit() => throw new InvalidOperationException("Nothing is withdrawn.");
}
