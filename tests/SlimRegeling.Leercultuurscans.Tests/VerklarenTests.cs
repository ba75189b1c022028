using SlimRegeling.Leercultuurscans.Scans;
using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;

namespace SlimRegeling.Leercultuurscans.Tests;

public class VerklarenTests
{
    /// <summary>A firm that sends a choice twice would count twice among the firms.</summary>
    [Fact]
    public void Wat_een_bedrijf_tegenhoudt_en_drijft_staat_er_elk_een_keer()
    {
        var verzoek = new Verklaren.Verzoek(
            Blad(3).Antwoorden,
            [],
            "willen",
            ["tijd", "geld", "tijd"],
            ["vernieuwen", "vernieuwen"],
            Akkoord: true
        );
        Leidingverklaring? bewaard = null;

        var beslissing = Verklaren.Beslis(
            Open(),
            verzoek,
            Boek,
            verklaring =>
            {
                bewaard = verklaring;
                return Bewaard;
            },
            Eind
        );

        Assert.IsType<LeidingVerklaard>(Assert.Single(beslissing.Gebeurtenissen));
        Assert.Equal(["tijd", "geld"], bewaard!.Belemmeringen);
        Assert.Equal(["vernieuwen"], bewaard.Drijfveren);
    }
}
