using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Steekproeven;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests.Steekproeven;

/// <summary>What was not drawn and has no signal is proposed together, each as if it were alone.</summary>
public class VoorleggenTests
{
    private const string Nummer = "steekproef-2027-1";

    private static readonly SteekproefBegonnen Lijst = new(
        "2026-04-mkb",
        null,
        null,
        [
            new("SLIM-A", 11_040.00m, [], "midden-gewoon"),
            new("SLIM-B", 11_040.00m, [], "midden-gewoon"),
            new("SLIM-C", 11_040.00m, ["geen-scan"], "midden-verhoogd"),
            new("SLIM-D", 11_040.00m, [], "midden-gewoon"),
        ],
        [],
        "hash",
        Beoordelaar,
        Op("2027-07-01T09:00:00"),
        "slim-2026",
        "regelhash"
    );

    private static readonly Steekproef Getrokken = new()
    {
        Id = Nummer,
        Begonnen = Lijst,
        Getrokken = new(["SLIM-B"], [], "zaad", "bron", [Beoordelaar, Eerste], Op("2027-07-01T10:00:00")),
    };

    [Fact]
    public void Wat_is_getrokken_een_signaal_heeft_of_gesloten_is_gaat_niet_mee()
    {
        Assert.Equal(["SLIM-A", "SLIM-D"], Voorleggen.Kandidaten(Getrokken, new HashSet<string>()));
        Assert.Equal(["SLIM-D"], Voorleggen.Kandidaten(Getrokken, new HashSet<string> { "SLIM-A" }));
    }

    [Fact]
    public void Eerst_wordt_er_getrokken_en_het_argument_staat_er()
    {
        Assert.Equal("nog-niet-getrokken", Voorleggen.Fouten(Getrokken with { Getrokken = null }, new("Gezien."))?.Code);
        Assert.Equal(["argument"], Voorleggen.Fouten(Getrokken, new(" "))!.Fouten.Select(f => f.Veld));
        Assert.Null(Voorleggen.Fouten(Getrokken, new("Gezien.")));
    }

    [Fact]
    public void Elke_zaak_krijgt_een_voorstel_zoals_verleend_na_de_lijst_en_wat_niet_meer_open_is_wordt_geweigerd()
    {
        var voorgesteld = Opengesteld().Dan(s => LegVoor(s));

        Assert.Equal((11_040.00m, Nummer), (voorgesteld.Voorstel!.Vastgesteld, voorgesteld.Voorstel.Steekproef!.Lijst));
        Assert.Equal(["A", "C"], voorgesteld.Voorstel.Uitgevoerd);
        Assert.Equal("niet-meer-open", LegVoor(voorgesteld).Weigering?.Code);
        Assert.Equal("niet-meer-open", LegVoor(InSteekproef()).Weigering?.Code);
    }

    [Fact]
    public void Wat_de_ontvanger_na_de_lijst_meldde_wordt_apart_beoordeeld()
    {
        var gemeld = Opengesteld().Dan(s => Hoor(s, Gemeld));

        Assert.Equal("gemeld", LegVoor(gemeld).Weigering?.Code);
        Assert.Null(LegVoor(Opengesteld().Dan(s => Hoor(s, Gemeld with { Soort = null, Activiteiten = null }))).Weigering);
    }

    private static Platform.Stromen.Beslissing LegVoor(Verantwoording stand) =>
        Voorleggen.Beslis(
            stand,
            "Niets wijst op iets anders.",
            Bewaar,
            Beoordelaar,
            Regelstanden.Ongewijzigd,
            Op("2027-07-05T09:00:00"),
            Nummer
        );
}
