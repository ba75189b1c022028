using Microsoft.AspNetCore.Http;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Project;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Tests;

/// <summary>What the form of a line of a declaration asks.</summary>
public sealed class KostensoortenTests
{
    private static readonly Declaratiestand Stand = new(
        new(2024, 6, 25),
        new(2025, 6, 24),
        new(2025, 11, 25),
        9_200.00m,
        0.00m,
        0,
        ["traject", "praktijkleerplaats"],
        [],
        [],
        [],
        [],
        0
    );

    [Theory]
    [InlineData(Kostensoorten.Traject)]
    [InlineData(Kostensoorten.Praktijkleerplaats)]
    public void A_fixed_amount_asks_of_whom_it_is_and_a_document(string soort)
    {
        var formulier = Kostensoorten.Formulier(soort, Stand, new Teksten(new HttpContextAccessor(), new Koekjes(false)));

        Assert.True(Assert.Single(formulier.Velden, v => v.Naam == "medewerker").Verplicht);
        var stuk = Kostensoorten.Stuk(soort);
        Assert.NotNull(stuk);
        Assert.Contains(stuk, Teksten.Engels.Keys);
    }

    [Theory]
    [InlineData(Kostensoorten.Uren)]
    [InlineData(Kostensoorten.Factuur)]
    public void Costs_can_be_written_before_their_documents_are_there(string soort) => Assert.Null(Kostensoorten.Stuk(soort));
}
