using SlimRegeling.Regels;
using SlimRegeling.Web.Vaststellen;

namespace SlimRegeling.Web.Tests;

/// <summary>What an assessor types to take something off, as the API takes it.</summary>
public sealed class VerlaginginvoerTests
{
    [Fact]
    public void Every_ground_of_the_rules_has_its_words() =>
        Assert.Equal(Verlagingsgrond.Alle, Verlagingswoorden.Gronden.Select(g => g.Code));

    [Fact]
    public void Nothing_typed_takes_nothing_off()
    {
        foreach (var invoer in (Verlagingsinvoer[])[new(), new(Bedrag: " ", Reden: "\n")])
        {
            var (verzoek, fout) = invoer.Lees();
            Assert.Null(verzoek);
            Assert.Null(fout);
        }
    }

    [Fact]
    public void An_amount_is_read_as_people_write_it_and_what_is_missing_goes_along_empty()
    {
        var (verzoek, fout) = new Verlagingsinvoer("onjuiste-gegevens", "1.250,50", "Waarom.").Lees();
        Assert.Equal(("1250.50", (string?)null), ((string?)verzoek!["bedrag"], fout));

        (verzoek, _) = new Verlagingsinvoer("onjuiste-gegevens").Lees();
        Assert.Equal(
            ("onjuiste-gegevens", "0.00", ""),
            ((string?)verzoek!["grond"], (string?)verzoek["bedrag"], (string?)verzoek["reden"])
        );

        (verzoek, fout) = new Verlagingsinvoer(Bedrag: "veel").Lees();
        Assert.Null(verzoek);
        Assert.Contains("geen bedrag", fout, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_proposed_stands_in_the_fields_again()
    {
        var invoer = Verlagingsinvoer.Van(
            new Verlagingsbeeld("verlening-onjuist", "4:46, tweede lid, onderdeel d, Awb", 1_250.50m, "Waarom.")
        );

        Assert.Equal(new Verlagingsinvoer("verlening-onjuist", "1250,50", "Waarom."), invoer);
        Assert.Equal(invoer, Verlagingsinvoer.Van(invoer.Velden().ToDictionary()));
        Assert.True(Verlagingsinvoer.Van((Verlagingsbeeld?)null).IsLeeg);
    }
}
