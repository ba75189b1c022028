using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;
using SlimRegeling.Tijdvakken.Beheer;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>A window is changed by dated decisions of two people, also while it runs (2.6, 2.7).</summary>
public sealed class WijzigenTests
{
    private const string Rianne = "rianne";
    private const string Rob = "rob";
    private static readonly Geldstand Niets = new(0, false, Instant.MinValue);
    private static readonly Instant Ruim = Gegeven.Opent - Duration.FromDays(3);
    private static readonly Duration Uur = Duration.FromHours(1);

    private static readonly Tijdvak Tijdvak = Gegeven.Tijdvak(100_000) with { RegistratieVanaf = Gegeven.Opent - Duration.FromDays(14) };

    [Fact]
    public void A_signed_change_says_what_was_and_what_is_from_then_on()
    {
        var gewijzigd = Getekend(new("Stcrt. 2026, 9", Sluit: new(2026, 5, 11, 17, 0), Plafond: 120_000), Gegeven.Opent);
        Assert.Equal((Gegeven.Sluit, 100_000m), (gewijzigd.Was.Sluit, gewijzigd.Was.Plafond));
        Assert.Equal([Rianne, Rob], gewijzigd.Ondertekenaars);
        var na = Tijdvak.Apply(gewijzigd);
        Assert.Equal(
            (Gegeven.Opent, Moment.Op(new(2026, 5, 11, 17, 0)), 120_000m, Tijdvak.RegistratieVanaf),
            (na.Opent, na.Sluit, na.Plafond, na.RegistratieVanaf)
        );
    }

    [Fact]
    public void What_is_changed_in_between_is_not_signed_blindly()
    {
        var voorstel = Voorgesteld(new("bron", Plafond: 120_000), Ruim);
        Assert.Equal("intussen-gewijzigd", Teken(Tijdvak with { Plafond = 110_000 }, voorstel, Ruim).Weigering?.Code);
    }

    [Theory]
    [InlineData(-60, null)]
    [InlineData(-59, "te-kort-dag")]
    [InlineData(0, "tijdvak-al-open")]
    public void An_opening_is_postponed_until_an_hour_before_it(int minuten, string? code)
    {
        var voorstel = Voorgesteld(new("bron", Opent: new(2026, 4, 14, 9, 0)), Ruim);
        Assert.Equal(code, Teken(Tijdvak, voorstel, Gegeven.Opent + Duration.FromMinutes(minuten)).Weigering?.Code);
    }

    [Fact]
    public void An_opening_comes_forward_to_an_hour_after_the_signature()
    {
        var voorstel = Voorgesteld(new("bron", Opent: new(2026, 4, 6, 9, 0)), Ruim);
        Assert.Null(Teken(Tijdvak, voorstel, voorstel.Wordt.Opent - Uur).Weigering);
        Assert.Equal("te-kort-dag", Teken(Tijdvak, voorstel, voorstel.Wordt.Opent - Uur + Duration.Epsilon).Weigering?.Code);
    }

    [Theory]
    [InlineData("2026-04-20T17:00:00", -60, null)]
    [InlineData("2026-04-20T17:00:00", -59, "te-kort-dag")]
    public void A_closing_comes_forward_to_an_hour_after_the_signature(string sluit, int minuten, string? code)
    {
        var wordt = NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(sluit).Value;
        var voorstel = Voorgesteld(new("bron", Sluit: wordt), Ruim);
        Assert.Equal(code, Teken(Tijdvak, voorstel, Moment.Op(wordt) + Duration.FromMinutes(minuten)).Weigering?.Code);
    }

    [Fact]
    public void A_closing_is_postponed_until_the_last_moment_and_not_at_it()
    {
        // Half past four on the last day, and nobody can come in: the day after will do.
        var voorstel = Voorgesteld(new("bron", Sluit: new(2026, 5, 5, 17, 0)), Ruim);
        Assert.Null(Teken(Tijdvak, voorstel, Gegeven.Sluit - Duration.FromTicks(10)).Weigering);
        Assert.Equal("tijdvak-gesloten", Teken(Tijdvak, voorstel, Gegeven.Sluit).Weigering?.Code);
    }

    [Fact]
    public void An_hour_is_an_hour_when_the_clock_goes_back()
    {
        // 25 October 2026: after 02.59 summer time comes 02.00 again. From a quarter past two, the first is almost two hours before ten past three.
        var tijdvak = Tijdvak with
        {
            Sluit = Moment.Op(new(2026, 10, 25, 17, 0)),
        };
        var voorstel = Voorgesteld(new("bron", Sluit: new(2026, 10, 25, 3, 10)), Ruim, tijdvak);
        Assert.Null(Teken(tijdvak, voorstel, Instant.FromUtc(2026, 10, 25, 0, 15)).Weigering);
        Assert.Equal("te-kort-dag", Teken(tijdvak, voorstel, Instant.FromUtc(2026, 10, 25, 1, 15)).Weigering?.Code);
    }

    [Theory]
    [InlineData(2026, 3, 29)]
    [InlineData(2026, 10, 25)]
    public void A_time_that_the_clock_skips_or_shows_twice_is_no_moment(int jaar, int maand, int dag)
    {
        var tijd = new LocalDateTime(jaar, maand, dag, 2, 30);
        var nu = Instant.FromUtc(2026, 1, 5, 9, 0);
        var weigering = Wijzigen.Beslis(new(), Tijdvak, Niets, new("bron", Opent: tijd, Sluit: tijd.PlusDays(1)), Rianne, nu).Weigering;
        Assert.Equal("opent", Assert.Single(weigering!.Fouten).Veld);
        weigering = Wijzigen.Beslis(new(), Tijdvak, Niets, new("bron", Opent: tijd.PlusDays(-1), Sluit: tijd), Rianne, nu).Weigering;
        Assert.Equal("sluit", Assert.Single(weigering!.Fouten).Veld);
    }

    [Fact]
    public void Drafts_follow_another_opening_until_they_can_be_made()
    {
        LocalDateTime later = new(2026, 4, 14, 9, 0);
        var voor = Voorgesteld(new("bron", Opent: later), Tijdvak.RegistratieVanaf - Duration.Epsilon);
        Assert.Equal(Moment.Op(later.PlusWeeks(-2)), voor.Wordt.RegistratieVanaf);
        Assert.Equal(Tijdvak.RegistratieVanaf, Voorgesteld(new("bron", Opent: later), Tijdvak.RegistratieVanaf).Wordt.RegistratieVanaf);

        var verzoek = new Wijzigen.Verzoek("bron", RegistratieVanaf: new(2026, 4, 1, 9, 0));
        Assert.Equal("registratie-loopt", Beslis(verzoek, Tijdvak.RegistratieVanaf).Weigering?.Code);
    }

    [Theory]
    [InlineData("2026-04-12T02:30:00", "2026-01-05T09:00:00Z", true)]
    [InlineData("2026-11-08T02:30:00", "2026-01-05T09:00:00Z", true)]
    [InlineData("2026-04-12T02:30:00", "2026-03-30T09:00:00Z", false)]
    public void The_start_of_drafts_that_follows_an_opening_is_a_moment_too(string opent, string nu, bool volgt)
    {
        // Two weeks before the opening the clock skips half past two, or shows it twice; once drafts can be made, their start stays.
        var wandklok = NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(opent).Value;
        var verzoek = new Wijzigen.Verzoek("bron", Opent: wandklok, Sluit: wandklok.PlusDays(20));

        var beslissing = Beslis(verzoek, NodaTime.Text.InstantPattern.General.Parse(nu).Value);

        string[] fouten = volgt ? ["registratieVanaf"] : [];
        Assert.Equal(fouten, (beslissing.Weigering?.Fouten ?? []).Select(f => f.Veld));
        Assert.Null(
            Beslis(verzoek with { RegistratieVanaf = wandklok.PlusWeeks(-2).PlusHours(2) }, Instant.FromUtc(2026, 1, 5, 9, 0)).Weigering
        );
    }

    [Fact]
    public void A_ceiling_goes_up_until_the_waiting_list_is_closed()
    {
        var verzoek = new Wijzigen.Verzoek("bron", Plafond: 100_000.01m);
        Assert.Equal(100_000.01m, Voorgesteld(verzoek, Gegeven.Daarna).Wordt.Plafond);
        var gesloten = Tijdvak.Apply(new WachtlijstGesloten([Rianne, Rob], new(Guid.Empty, "hash"), Gegeven.Daarna));
        Assert.Equal("wachtlijst-gesloten", Beslis(verzoek, Gegeven.Daarna, gesloten).Weigering?.Code);
    }

    [Fact]
    public void A_ceiling_goes_down_to_what_is_reserved_and_not_below()
    {
        var geld = Niets with { Gereserveerd = 80_000 };
        var voorstel = Voorgesteld(new("bron", Plafond: 80_000), Gegeven.Daarna, geld: geld);
        Assert.Null(Teken(Tijdvak, voorstel, Gegeven.Daarna, geld).Weigering);
        var weigering = Teken(Tijdvak, voorstel, Gegeven.Daarna, geld with { Gereserveerd = 80_000.01m }).Weigering;
        Assert.Equal("onder-reservering", weigering?.Code);
        Assert.Contains("€ 80000,01", weigering?.Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lower_ceiling_does_not_touch_who_applied_before_it()
    {
        // 4:27, second paragraph, of the AWB.
        var verzoek = new Wijzigen.Verzoek("bron", Plafond: 90_000);
        var wacht = Niets with { Wacht = true };
        Assert.Null(Beslis(verzoek, Gegeven.Opent, geld: Niets).Weigering);
        Assert.Equal("aanvragen-wachten", Beslis(verzoek, Gegeven.Opent, geld: wacht).Weigering?.Code);
    }

    [Fact]
    public void What_happens_to_who_does_not_fit_stands_when_an_order_begins()
    {
        var verzoek = new Wijzigen.Verzoek("bron", Overschrijding: Overschrijding.Overslaan);
        var getekend = Getekend(verzoek, Gegeven.Daarna);
        Assert.Equal([Rianne, Rob], Tijdvak.Apply(getekend).Ondertekenaars);
        var metLijst = Tijdvak.Apply(LijstVastleggen.Stel([], Gegeven.Daarna));
        Assert.Equal("volgorde-loopt", Beslis(verzoek, Gegeven.Daarna, metLijst).Weigering?.Code);
        var binnenkomst = Tijdvak with { Volgorde = Volgorde.Binnenkomst };
        Assert.Null(Beslis(verzoek, Gegeven.Opent - Duration.Epsilon, binnenkomst).Weigering);
        Assert.Equal("volgorde-loopt", Beslis(verzoek, Gegeven.Opent, binnenkomst).Weigering?.Code);
    }

    [Fact]
    public void Wrong_fields_are_named_together()
    {
        var weigering = Beslis(new(" ", Plafond: -1, Sluit: new(2026, 4, 1, 9, 0)), Ruim).Weigering;
        Assert.Equal(["bron", "plafond", "sluit"], weigering!.Fouten.Select(f => f.Veld));
        Assert.Equal("plafond", Assert.Single(Beslis(new("bron", Plafond: 100_000), Ruim).Weigering!.Fouten).Veld);
    }

    [Fact]
    public void Real_changes_of_real_windows_can_be_made_as_they_were()
    {
        // 2026-06-swv: postponed by two weeks on 29 May 2026, when drafts could be made already; 2026-08-mkb by nine days, six days ahead.
        Echt(new(2026, 6, 8, 9, 0), new(2026, 7, 6, 17, 0), new(2026, 6, 22, 9, 0), new(2026, 7, 20, 17, 0), new(2026, 5, 29, 12, 0));
        Echt(new(2026, 8, 10, 9, 0), new(2026, 9, 1, 17, 0), new(2026, 8, 19, 9, 0), null, new(2026, 8, 4, 12, 0));

        static void Echt(LocalDateTime opent, LocalDateTime sluit, LocalDateTime wordt, LocalDateTime? sluitWordt, LocalDateTime nu)
        {
            var tijdvak = Tijdvak with
            {
                Opent = Moment.Op(opent),
                Sluit = Moment.Op(sluit),
                RegistratieVanaf = Moment.Op(opent.PlusWeeks(-2)),
            };
            var na = tijdvak.Apply(Getekend(new("bron", Opent: wordt, Sluit: sluitWordt), Moment.Op(nu), tijdvak));
            Assert.Equal((Moment.Op(wordt), tijdvak.RegistratieVanaf), (na.Opent, na.RegistratieVanaf));
        }
    }

    private static Beslissing Beslis(Wijzigen.Verzoek verzoek, Instant nu, Tijdvak? tijdvak = null, Geldstand? geld = null) =>
        Wijzigen.Beslis(new(), tijdvak ?? Tijdvak, geld ?? Niets, verzoek, Rianne, nu);

    private static TijdvakwijzigingVoorgesteld Voorgesteld(
        Wijzigen.Verzoek verzoek,
        Instant nu,
        Tijdvak? tijdvak = null,
        Geldstand? geld = null
    ) => Assert.IsType<TijdvakwijzigingVoorgesteld>(Assert.Single(Beslis(verzoek, nu, tijdvak, geld).Gebeurtenissen));

    private static Beslissing Teken(Tijdvak tijdvak, TijdvakwijzigingVoorgesteld voorstel, Instant nu, Geldstand? geld = null) =>
        Wijzigen.Bekrachtig(tijdvak, geld ?? Niets, voorstel, Rob, new Regelstanden([]), nu);

    private static TijdvakGewijzigd Getekend(Wijzigen.Verzoek verzoek, Instant nu, Tijdvak? tijdvak = null) =>
        Assert.IsType<TijdvakGewijzigd>(Assert.Single(Teken(tijdvak ?? Tijdvak, Voorgesteld(verzoek, nu, tijdvak), nu).Gebeurtenissen));
}
