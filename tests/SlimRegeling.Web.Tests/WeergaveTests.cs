namespace SlimRegeling.Web.Tests;

/// <summary>Words in which a page shows what the API calls by a code.</summary>
public sealed class WeergaveTests
{
    [Theory]
    [InlineData("mkb-onderneming", "Mkb-onderneming", "Mkb-ondernemingen")]
    [InlineData("mkb", "Mkb-onderneming", "Mkb-ondernemingen")]
    [InlineData("samenwerkingsverband", "Samenwerkingsverband", "Samenwerkingsverbanden")]
    [InlineData("grootbedrijf", "Grootbedrijf in landbouw, horeca of recreatie", "Grootbedrijven in landbouw, horeca en recreatie")]
    [InlineData("–", "–", "–")]
    public void A_case_is_of_one_applicant_and_a_window_is_for_many(string code, string een, string velen) =>
        Assert.Equal((een, velen), (Weergave.Aanvrager(code), Weergave.Aanvragertype(code)));
}
