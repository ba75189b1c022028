using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Tijdvakken.Beheer;
using static SlimRegeling.Tijdvakken.Tests.Gegeven;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>A window is published by two people (2.6, 2.7): one proposes it, the other signs what was proposed.</summary>
public sealed class TijdvakbeheerTests
{
    private const string Id = "2026-04-mkb";
    private const string Rianne = "rianne";
    private const string Rob = "rob";
    private static readonly Instant Nu = Instant.FromUtc(2026, 3, 2, 10, 0);
    private static readonly Instant Straks = Nu + Duration.FromHours(1);
    private static readonly Regelstanden Regels = new([]);

    private static readonly Vaststellen.Verzoek Verzoek = new(
        Id,
        "mkb-onderneming",
        new LocalDateTime(2026, 4, 7, 9, 0),
        new LocalDateTime(2026, 5, 4, 17, 0),
        100_000,
        Volgorde.Loting,
        "slim-2026"
    );

    [Fact]
    public void What_two_people_signed_is_published_with_their_names_and_the_rules_of_that_moment()
    {
        var voorstel = Voorgesteld(Verzoek with { Bron = "Stcrt. 2026, 1", Overschrijding = Overschrijding.Overslaan });
        Assert.Single(VoorstelOndertekenen.Beslis(Na(voorstel).Met(1), 1, voorstel.Voorstelhash, Rob, Straks).Gebeurtenissen);
        var vastgesteld = Assert.IsType<TijdvakVastgesteld>(
            Assert.Single(Vaststellen.Bekrachtig(Id, null, voorstel, Rob, Regels, Straks).Gebeurtenissen)
        );

        Assert.Equal([Rianne, Rob], vastgesteld.Ondertekenaars!);
        Assert.Equal(
            (Sluit, 100_000m, Overschrijding.Overslaan, "Stcrt. 2026, 1", Straks, Regelboek.Versie("slim-2026").Hash),
            (vastgesteld.Sluit, vastgesteld.Plafond, vastgesteld.Overschrijding, vastgesteld.Bron, vastgesteld.Op, vastgesteld.Regelhash)
        );
    }

    [Fact]
    public void Drafts_can_be_made_two_weeks_ahead_by_the_wall_clock_unless_another_moment_is_named()
    {
        // On 29 March 2026 the clock goes forward: two weeks before is still nine o'clock.
        var gewoon = Voorgesteld(Verzoek);
        Assert.Equal(Moment.Op(new LocalDateTime(2026, 3, 24, 9, 0)), gewoon.RegistratieVanaf);
        Assert.Equal(Duration.FromHours((14 * 24) - 1), gewoon.Opent - gewoon.RegistratieVanaf);
        var eerder = new LocalDateTime(2026, 3, 3, 12, 0);
        Assert.Equal(Moment.Op(eerder), Voorgesteld(Verzoek with { RegistratieVanaf = eerder }).RegistratieVanaf);
    }

    [Fact]
    public void Who_proposed_it_does_not_sign_it()
    {
        var voorstel = Voorgesteld(Verzoek);
        var weigering = VoorstelOndertekenen.Beslis(Na(voorstel).Met(1), 1, voorstel.Voorstelhash, Rianne, Straks).Weigering;
        Assert.Equal(("zelf-voorgesteld", 403), (weigering?.Code, weigering?.Status));
    }

    [Fact]
    public void What_is_signed_is_the_proposal_that_was_read_and_it_is_signed_once()
    {
        var voorstel = Voorgesteld(Verzoek);
        var beheer = Na(voorstel);
        Assert.Equal("ander-voorstel", VoorstelOndertekenen.Beslis(beheer.Met(1), 1, new string('0', 64), Rob, Straks).Weigering?.Code);
        Assert.Equal(404, VoorstelOndertekenen.Beslis(beheer.Met(2), 2, voorstel.Voorstelhash, Rob, Straks).Weigering?.Status);
        beheer = beheer.Apply(new TijdvakvoorstelOndertekend(1, voorstel.Voorstelhash, Rob, Straks));
        Assert.Equal("al-ondertekend", VoorstelOndertekenen.Beslis(beheer.Met(1), 1, voorstel.Voorstelhash, Rob, Straks).Weigering?.Code);
    }

    [Fact]
    public void A_window_is_published_once()
    {
        Assert.Equal("tijdvak-bestaat", Vaststellen.Beslis(new(), Tijdvak(1), Verzoek, Rianne, Nu).Weigering?.Code);
        var weigering = Vaststellen.Bekrachtig(Id, Tijdvak(1), Voorgesteld(Verzoek), Rob, Regels, Straks).Weigering;
        Assert.Equal("tijdvak-bestaat", weigering?.Code);
    }

    [Fact]
    public void One_proposal_lies_ready_at_a_time_and_what_went_back_can_be_made_again()
    {
        var beheer = Na(Voorgesteld(Verzoek));
        Assert.Equal("al-voorgesteld", Vaststellen.Beslis(beheer, null, Verzoek, Rob, Straks).Weigering?.Code);
        Assert.Equal(
            422,
            VoorstelTerugzenden.Beslis(beheer, 1, new(" "), () => throw new InvalidOperationException(), Rob, Straks).Weigering?.Status
        );

        var terug = VoorstelTerugzenden.Beslis(beheer, 1, new("Ander plafond"), () => new(Guid.Empty, "hash"), Rob, Straks);
        beheer = beheer.Apply(Assert.IsType<TijdvakvoorstelTeruggezonden>(Assert.Single(terug.Gebeurtenissen)));
        Assert.Equal("teruggezonden", VoorstelOndertekenen.Beslis(beheer.Met(1), 1, beheer.Met(1)!.Hash, Rob, Straks).Weigering?.Code);
        var opnieuw = Vaststellen.Beslis(beheer, null, Verzoek, Rianne, Straks).Gebeurtenissen;
        Assert.Equal(2, Assert.IsType<TijdvakVoorgesteld>(Assert.Single(opnieuw)).Voorstel);
    }

    [Fact]
    public void Every_field_of_a_proposal_is_in_its_hash()
    {
        Vaststellen.Verzoek[] verzoeken =
        [
            Verzoek,
            Verzoek with
            {
                Id = "2026-05-mkb",
            },
            Verzoek with
            {
                Aanvragertype = "samenwerkingsverband",
            },
            Verzoek with
            {
                Opent = Verzoek.Opent.PlusTicks(1),
                RegistratieVanaf = Vaststellen.Registratie(Verzoek.Opent),
            },
            Verzoek with
            {
                Sluit = Verzoek.Sluit.PlusTicks(1),
            },
            Verzoek with
            {
                RegistratieVanaf = Verzoek.Opent,
            },
            Verzoek with
            {
                Plafond = 100_000.01m,
            },
            Verzoek with
            {
                Volgorde = Volgorde.Binnenkomst,
            },
            Verzoek with
            {
                Overschrijding = Overschrijding.Gedeeltelijk,
            },
            Verzoek with
            {
                Regelversie = "slim-2025",
            },
            Verzoek with
            {
                Bron = "Stcrt. 2026, 1",
            },
        ];
        string[] hashes =
        [
            .. verzoeken.Select(v => Voorgesteld(v).Voorstelhash),
            Voorgesteld(Verzoek, Rob).Voorstelhash,
            Voorgesteld(Verzoek, Rianne, Straks).Voorstelhash,
        ];
        Assert.Equal(verzoeken.Length + 2, hashes.Distinct().Count());
    }

    private static TijdvakVoorgesteld Voorgesteld(Vaststellen.Verzoek verzoek, string wie = Rianne, Instant? op = null) =>
        Assert.IsType<TijdvakVoorgesteld>(Assert.Single(Vaststellen.Beslis(new(), null, verzoek, wie, op ?? Nu).Gebeurtenissen));

    private static Tijdvakbeheer Na(TijdvakVoorgesteld voorstel) => new Tijdvakbeheer().Apply(voorstel);
}
