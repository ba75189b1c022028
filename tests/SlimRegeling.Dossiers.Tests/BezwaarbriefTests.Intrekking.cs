using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests;

public sealed partial class BezwaarbriefTests
{
    [Fact]
    public void Wie_gelijk_krijgt_over_een_intrekking_leest_wat_hij_weer_krijgt_en_wat_blijft()
    {
        var herroepen = Toegekend("herroepen", 4000.00m) with { Bestreden = Nummer + "-I1", Soort = "intrekking" };
        Bevat(
            new() { Bezwaarbeslissing = herroepen },
            [
                "Uw bezwaar is gegrond. Wij herroepen besluit SLIM-000000000A-I1 geheel of deels.",
                "was ten hoogste € 4.000,00 en wordt ten hoogste € 11.040,00",
                "betalen wij alsnog",
            ]
        );
        Bevat(
            new() { Bezwaarbeslissing = herroepen with { Vaststelling = Nummer + "-S1" } },
            ["Daarna stellen wij haar opnieuw vast.", "Het komt in de plaats van besluit SLIM-000000000A-S1."]
        );
        Bevat(
            new() { Bezwaarbeslissing = herroepen with { Was = 11040.00m } },
            ["Uw subsidie blijft ten hoogste € 11.040,00, omdat een ander besluit blijft gelden."]
        );
        Bevat(
            new() { Bezwaarbeslissing = Beslist with { Soort = "verlening", Uitkomst = "gegrond", Gevolg = "blijft-ingetrokken" } },
            ["Uw bezwaar is gegrond. Dat besluit klopte niet.", "die intrekking blijft gelden"]
        );
        var wijziging = Beslist with { Bestreden = Nummer + "-W1", Soort = "wijziging", Uitkomst = "gegrond" };
        Bevat(
            new() { Bezwaarbeslissing = wijziging with { Gevolg = "wijziging-toewijzen" } },
            ["Wij keuren de wijziging die u vroeg alsnog goed"]
        );
        Bevat(
            new() { Bezwaarbeslissing = wijziging with { Gevolg = "wijziging-herroepen" } },
            ["Uw verlening is weer zoals zij voor die wijziging was."]
        );
    }
}
