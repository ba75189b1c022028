using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Wijzigen;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

/// <summary>A party that joins or takes over receives aid: its declarations are confirmed, and its room is kept to.</summary>
public sealed class ToetredingTests
{
    private const string Vereniging = Wijzigingszaak.Vereniging;

    private static readonly WijzigingVoorstellen.Verzoek Goed = new(
        "toegewezen",
        "Daarom.",
        DeMinimisverklaring: true,
        Mkbverklaring: Mkbkeuze.GeenMkb
    );

    [Fact]
    public void Wie_overneemt_krijgt_niets_zonder_zijn_verklaringen()
    {
        Assert.Equal(["deMinimisverklaring", "mkbverklaring"], Velden(new("toegewezen", "Daarom.")));
        Assert.Equal(["deMinimisverklaring"], Velden(Goed with { DeMinimisverklaring = false }));
        Assert.Equal(["mkbverklaring"], Velden(Goed with { Mkbverklaring = "misschien" }));
        Assert.All(StelVoor(new("toegewezen", "Daarom.")).Weigering!.Fouten, f => Assert.Equal("artikel 2.8, tweede lid", f.Artikel));
        Assert.Null(StelVoor(Goed).Weigering);
        // Who is refused receives nothing.
        Assert.Null(StelVoor(new("afgewezen", "Daarom.", "niet-onderbouwd")).Weigering);
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

    private static IEnumerable<string> Velden(WijzigingVoorstellen.Verzoek verzoek) =>
        (StelVoor(verzoek).Weigering?.Fouten ?? []).Select(f => f.Veld);

    private static WijzigingVoorgesteld Voorstel(WijzigingVoorstellen.Verzoek verzoek) =>
        StelVoor(verzoek).Gebeurtenissen.OfType<WijzigingVoorgesteld>().Single();

    /// <summary>The school leaves, and the association takes over its 21,150.00.</summary>
    private static Beslissing StelVoor(WijzigingVoorstellen.Verzoek verzoek)
    {
        var zaak = Wijzigingszaak.Samenwerkingsverband().Gevraagd(Wijzigingszaak.SchoolUit);
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
