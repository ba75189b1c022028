using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Wijzigen;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

/// <summary>
/// A party that joins or takes over receives aid: its declarations are confirmed, and its room is kept to. Where one leaves or joins it is confirmed that it
/// still is a partnership.
/// </summary>
public sealed class ToetredingTests
{
    private const string Vereniging = Wijzigingszaak.Vereniging;

    private static readonly WijzigingVoorstellen.Verzoek Goed = new(
        "toegewezen",
        "Daarom.",
        DeMinimisverklaring: true,
        Mkbverklaring: Mkbkeuze.GeenMkb,
        Samenstelling: true
    );

    [Fact]
    public void Wie_overneemt_krijgt_niets_zonder_zijn_verklaringen()
    {
        var zonder = Goed with { DeMinimisverklaring = null, Mkbverklaring = null };
        Assert.Equal(["deMinimisverklaring", "mkbverklaring"], Velden(zonder));
        Assert.Equal(["deMinimisverklaring"], Velden(Goed with { DeMinimisverklaring = false }));
        Assert.Equal(["mkbverklaring"], Velden(Goed with { Mkbverklaring = "misschien" }));
        Assert.All(StelVoor(zonder).Weigering!.Fouten, f => Assert.Equal("artikel 2.8, tweede lid", f.Artikel));
        Assert.Null(StelVoor(Goed).Weigering);
        // Who is refused receives nothing.
        Assert.Null(StelVoor(new("afgewezen", "Daarom.", "niet-onderbouwd")).Weigering);
    }

    /// <summary>Of the two mkb-ondernemingen that it takes one could leave, while an association and a school remain: no division tells.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData(false)]
    public void Wie_een_partij_laat_gaan_bevestigt_dat_het_een_samenwerkingsverband_blijft(bool? bevestigd)
    {
        var fout = Assert.Single(StelVoor(Goed with { Samenstelling = bevestigd }).Weigering!.Fouten);

        Assert.Equal(("samenstelling", "artikel 2.1"), (fout.Veld, fout.Artikel));
        Assert.Contains("ten minste 2 mkb-ondernemingen", fout.Uitleg, StringComparison.Ordinal);
        Assert.Contains("elke partij een activiteit", fout.Uitleg, StringComparison.Ordinal);
        Assert.Equal(["samenstelling", "deMinimisverklaring", "mkbverklaring"], Velden(new("toegewezen", "Daarom.")));
    }

    [Fact]
    public void Wie_toetreedt_maakt_dat_het_ook_wordt_gevraagd()
    {
        const string Nieuw = "90003005";
        var toe = new WijzigingVragen.Verzoek(
            "partij-treedt-toe",
            "Zij helpt mee.",
            Partij: Nieuw,
            Verdeling:
            [
                .. Wijzigingszaak.SchoolUit.Verdeling!.SkipLast(1),
                new(Vereniging, 28_200.00m),
                new(Wijzigingszaak.School, 11_150.00m),
                new(Nieuw, 10_000.00m),
            ]
        );
        Assert.Equal(["samenstelling"], Velden(Goed with { Samenstelling = null }, toe));
        Assert.Null(StelVoor(Goed, toe).Weigering);
    }

    /// <summary>It is asked of who stays, so also where the part of who leaves goes to nobody.</summary>
    [Fact]
    public void Ook_als_niemand_meer_krijgt_wordt_bevestigd_dat_het_een_samenwerkingsverband_blijft()
    {
        var versie = Regelboek.Versie("slim-2025");
        var weg = Partijgevolg.Van(
            new Dictionary<string, decimal> { [Kvk] = 10m, [Vereniging] = 0m },
            new Dictionary<string, decimal> { [Kvk] = 10m }
        );
        var niets = new Toetredingsopgave(null, null, null, null);

        Assert.Equal("samenstelling", Assert.Single(Toetredingscontrole.Fouten(weg, niets, versie, "wijs het verzoek dan af")).Veld);
        Assert.Equal(new Toetreding(null, null, null, true), Toetredingscontrole.Van(weg, niets with { Samenstelling = true }));
        Assert.Null(Toetredingscontrole.Van(Partijgevolg.Geen, niets));
        Assert.Equal("samenstelling-niet-bevestigd", Toetredingscontrole.Weiger(weg, null, null, versie)?.Code);
        Assert.Null(Toetredingscontrole.Weiger(weg, new(null, null, null, true), null, versie));
    }

    [Fact]
    public void Wie_ondertekent_ondertekent_dat_het_is_bevestigd()
    {
        var zaak = Wijzigingszaak.Samenwerkingsverband().Gevraagd(Wijzigingszaak.SchoolUit).Voorgesteld();
        var (gevraagd, voorstel, verleend) = (zaak.Eerste.Gevraagd, zaak.Eerste.Voorstel!, zaak.Verlening.Verleend!);
        Assert.True(voorstel.Toetreding!.Samenstelling);
        Assert.NotEqual(
            voorstel.Voorstelhash,
            WijzigingVoorstellen.Hash(gevraagd, voorstel with { Toetreding = voorstel.Toetreding with { Samenstelling = null } }, verleend)
        );
    }

    /// <summary>What was proposed before anything of it was asked is not granted; a decision that was signed on it is computed again as it was.</summary>
    [Theory]
    [InlineData(false, "toetreding-niet-bevestigd")]
    [InlineData(true, "samenstelling-niet-bevestigd")]
    public void Een_voorstel_van_voor_de_bevestiging_wordt_niet_ondertekend(bool verklaard, string code)
    {
        var zaak = VanVoor(verklaard ? new Toetreding(true, Mkbkeuze.GeenMkb) : null);

        Assert.Equal(code, zaak.Teken().Weigering?.Code);

        var toen = WijzigingOndertekenen.Beslis(
            Zaak,
            zaak.Verlening,
            zaak.Eerste.Gevraagd.Wijziging,
            zaak.Eerste.Voorstel!.Voorstelhash,
            Wijzigingszaak.Mo,
            Regelstanden.Ongewijzigd,
            Op("2026-03-12T10:00:00"),
            zonderBevestiging: true
        );
        Assert.Null(toen.Weigering);
        Gebeurtenis[] alles = [.. zaak.Gebeurd, .. toen.Gebeurtenissen];
        var nagerekend = Narekenen.Stroom(new Verloop(Zaak, alles), Regelstanden.Ongewijzigd);
        Assert.Empty(Assert.Single(nagerekend, n => n.Besluit == "wijziging-besloten").Verschillen);
    }

    /// <summary>Who is refused receives nothing.</summary>
    [Fact]
    public void Wie_afwijst_ondertekent_ook_zonder_bevestiging()
    {
        var zaak = Wijzigingszaak.Samenwerkingsverband().Gevraagd(Wijzigingszaak.SchoolUit).Voorgesteld("afgewezen", "niet-onderbouwd");

        Assert.Null(zaak.Eerste.Voorstel!.Toetreding);
        Assert.Null(zaak.Teken().Weigering);
    }

    [Theory]
    [InlineData(21149.99, true)]
    [InlineData(21150.00, false)]
    [InlineData(300000.00, false)]
    public void Boven_het_de_minimisplafond_wordt_niets_toegewezen(double ruimte, bool geweigerd)
    {
        var verzoek = Goed with { Steunruimte = new Dictionary<string, decimal> { [Vereniging] = (decimal)ruimte } };

        Assert.Equal(geweigerd ? $"steunruimte.{Vereniging}" : null, Velden(verzoek).SingleOrDefault());
    }

    [Fact]
    public void Wat_is_bevestigd_staat_bij_het_voorstel_en_in_wat_wordt_ondertekend()
    {
        var ruimte = new Dictionary<string, decimal> { [Vereniging] = 50_000.00m, ["99999999"] = 1m };
        var voorstel = Voorstel(Goed with { Steunruimte = ruimte });

        Assert.Equal((true, Mkbkeuze.GeenMkb), (voorstel.Toetreding!.DeMinimisverklaring, voorstel.Toetreding.Mkbverklaring));
        Assert.Equal([Vereniging], voorstel.Toetreding.Steunruimte!.Keys);
        Assert.NotEqual(voorstel.Voorstelhash, Voorstel(Goed).Voorstelhash);
    }

    /// <summary>The school leaves: as it was proposed before all of it was asked.</summary>
    private static Wijzigingszaak VanVoor(Toetreding? toetreding)
    {
        var zaak = Wijzigingszaak.Samenwerkingsverband().Gevraagd(Wijzigingszaak.SchoolUit);
        var voorstel = zaak.StelVoor("toegewezen").Gebeurtenissen.OfType<WijzigingVoorgesteld>().Single() with { Toetreding = toetreding };
        return zaak.Met(
            voorstel with
            {
                Voorstelhash = WijzigingVoorstellen.Hash(zaak.Eerste.Gevraagd, voorstel, zaak.Verlening.Verleend!),
            }
        );
    }

    private static IEnumerable<string> Velden(WijzigingVoorstellen.Verzoek verzoek, WijzigingVragen.Verzoek? gevraagd = null) =>
        (StelVoor(verzoek, gevraagd).Weigering?.Fouten ?? []).Select(f => f.Veld);

    private static WijzigingVoorgesteld Voorstel(WijzigingVoorstellen.Verzoek verzoek) =>
        StelVoor(verzoek).Gebeurtenissen.OfType<WijzigingVoorgesteld>().Single();

    /// <param name="gevraagd">That the school leaves and the association takes over its 21,150.00, when nothing else is.</param>
    private static Beslissing StelVoor(WijzigingVoorstellen.Verzoek verzoek, WijzigingVragen.Verzoek? gevraagd = null)
    {
        var zaak = Wijzigingszaak.Samenwerkingsverband().Gevraagd(gevraagd ?? Wijzigingszaak.SchoolUit);
        return WijzigingVoorstellen.Beslis(
            zaak.Verlening,
            zaak.Verlening.Wijzigingen[^1].Wijziging,
            verzoek,
            reden => new Verwijzing(Guid.Empty, reden.Tekst),
            Wijzigingszaak.Bo,
            Regelstanden.Ongewijzigd,
            Op("2026-03-10T10:00:00")
        );
    }
}
