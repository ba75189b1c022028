using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Project;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Tests;

/// <summary>The form by which a partnership shifts its budget, and what it sends.</summary>
public sealed class WijzigingsvormenTests
{
    private const string Eerste = "90003001";
    private const string Zagerij = "90003002";

    private static readonly Verleendbesluit Verband = new(141_000.00m, ["C"], [new(Eerste, 91_650.00m), new(Zagerij, 49_350.00m)]);
    private static readonly Wijzigingenbeeld Beeld = new(new(2027, 7, 3), new(2027, 10, 3), []);

    [Fact]
    public void A_partnership_can_shift_between_the_parties_that_stay()
    {
        var teksten = new Teksten(new HttpContextAccessor(), new Koekjes(false));
        var formulier = Wijzigingsvormen.Formulier(Wijzigingsvormen.Begroting, Verband, Beeld, teksten);

        var delen = formulier.Velden.Where(v => v.Naam.StartsWith("deel-", StringComparison.Ordinal)).ToList();
        Assert.Equal([$"deel-{Eerste}", $"deel-{Zagerij}"], delen.Select(v => v.Naam));
        Assert.All(delen, v => Assert.False(v.Verplicht));
        Assert.StartsWith(
            $"Nu {Weergave.Bedrag(91_650.00m)}. Samen blijft het {Weergave.Bedrag(141_000.00m)}.",
            delen[0].Uitleg,
            StringComparison.Ordinal
        );
        Assert.Equal($"deel-{Eerste}", Wijzigingsvormen.Plaats("verdeling", formulier));

        var alleen = new Verleendbesluit(11_040.00m, ["A", "C"], []);
        Assert.DoesNotContain(
            Wijzigingsvormen.Formulier(Wijzigingsvormen.Begroting, alleen, Beeld, teksten).Velden,
            v => v.Naam.StartsWith("deel-", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_is_left_empty_is_not_sent()
    {
        var verdeeld = Verzoek(
            new()
            {
                ["reden"] = "De zagerij doet meer.",
                [$"deel-{Eerste}"] = "81650.00",
                [$"deel-{Zagerij}"] = "59350.00",
            }
        );
        Assert.Equal(
            [(Eerste, "81650.00"), (Zagerij, "59350.00")],
            verdeeld["verdeling"]!.AsArray().Select(d => ((string?)d!["kvkNummer"], (string?)d["bedrag"]))
        );
        Assert.False(verdeeld.ContainsKey("activiteiten"));

        Assert.False(Verzoek(new() { ["reden"] = "Binnen C.", ["aandeel-C"] = "141000.00" }).ContainsKey("verdeling"));
    }

    private static JsonObject Verzoek(JsonObject ingevuld) =>
        Wijzigingsvormen.Verzoek(Wijzigingsvormen.Begroting, ingevuld, Verband, Beeld, []);
}
