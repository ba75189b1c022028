namespace SlimRegeling.Aanvragen.Tests.Proefberekeningen;

/// <summary>A message as a whole: all that is wrong in it is told, and what is no request at all is told as such.</summary>
public sealed class ProefberichtTests
{
    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var weigering = Proef.Geweigerd(
            """
            {"tijdvak":"2019-01","extra":1,
             "aanvrager":{"type":"mkb-onderneming","werkzamePersonen":-1,"jaaromzet":"-1.00","balanstotaal":8,"sbiCodes":["x"]},
             "activiteiten":[{"soort":"Z"},{"soort":"C","eigenUren":[{"uren":1}],"externeUren":{}},7]}
            """
        );
        Assert.Equal(400, weigering.Status);
        Assert.Equal(
            [
                "aanvrager.werkzamePersonen",
                "aanvrager.jaaromzet",
                "aanvrager.balanstotaal",
                "aanvrager.sbiCodes[0]",
                "activiteiten[0].soort",
                "activiteiten[1].eigenUren[0].brutojaarloon",
                "activiteiten[1].externeUren",
                "activiteiten[2]",
                "extra",
                "tijdvak",
            ],
            weigering.Fouten.Select(f => f.Veld)
        );
        Assert.All(weigering.Fouten, f => Assert.Matches(@"^[A-Z].{12,}\.$", f.Uitleg));
    }

    [Fact]
    public void Nonsense_without_end_is_answered_with_an_end()
    {
        var weigering = Proef.Geweigerd(
            $$"""{{{string.Join(',', Enumerable.Range(0, 5000).Select(i => $"\"{new string('x', 90)}{i}\":1"))}}}"""
        );
        Assert.Equal(100, weigering.Fouten.Count);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("\"tijdvak\"")]
    public void A_message_that_is_no_object_is_told(string json) => Assert.Equal(400, Proef.Geweigerd(json).Status);

    [Theory]
    [InlineData("""{"tijdvak":"2026-04-mkb","tijdvak":"2026-04-mkb"}""", "tijdvak")]
    [InlineData("""{"\ud800":1}""", "")]
    [InlineData("""{"\ud83d\ude00":1}""", "\ud83d\ude00")]
    public void A_field_that_is_there_twice_or_has_no_readable_name_is_told(string json, string veld) =>
        Assert.Contains(Proef.Geweigerd(json).Fouten, f => f.Veld == veld && !f.Uitleg.Contains("ontbreekt", StringComparison.Ordinal));
}
