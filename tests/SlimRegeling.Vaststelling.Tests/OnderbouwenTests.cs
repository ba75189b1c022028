using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>Why a settlement came to its amount is told of the proposal that was signed as it, also when another came since.</summary>
public class OnderbouwenTests
{
    [Fact]
    public void Elke_activiteit_heeft_haar_oordeel_en_wat_erbij_is_geschreven()
    {
        var stand = Voorgesteld(null, "C").Dan(s => Onderteken(s, Eerste)).Dan(s => Onderteken(s, Tweede));
        var (voorstel, vastgesteld) = (stand.Voorstel!, stand.Vaststelling!);
        var later = voorstel with { Voorstelhash = "later" };

        var gevonden = Onderbouwen.Voorstel([voorstel, vastgesteld, later], vastgesteld.Besluit);

        Assert.Same(voorstel, gevonden);
        Assert.Null(Onderbouwen.Voorstel([voorstel, vastgesteld], Zaak + "-S9"));
        Assert.Equal(
            (Onderbouwen.Oordeel[])[new("A", false, "Niets gezien."), new("C", true, "Gezien.")],
            Onderbouwen.Van(voorstel, new Dictionary<string, string> { ["A"] = "Niets gezien.", ["C"] = "Gezien." })
        );
        Assert.All(Onderbouwen.Van(voorstel, null), o => Assert.Null(o.Argument));
    }
}
