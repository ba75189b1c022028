using System.Runtime.CompilerServices;
using System.Text.Json;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Verlening.Bezwaren;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests.Bezwaren;

/// <summary>What is told of a decision on an objection before it is signed, and of what was done in one.</summary>
public sealed class VoorbeeldTests
{
    [Fact]
    public void Het_voorbeeld_is_de_beslissing_die_een_handtekening_zou_geven()
    {
        foreach (
            var zaak in (Bezwaarzaak[])
                [
                    Bezwaarzaak.TeBeslissen().Voorgesteld("ongegrond"),
                    Bezwaarzaak.TeBeslissen().Herbeoordeeld(9000).Voorgesteld("gegrond").Budget(9000),
                    Bezwaarzaak.TeBeslissen(Bezwaarzaak.Verleend()).Herbeoordeeld(12000).Voorgesteld("gegrond").Budget(960),
                ]
        )
        {
            var echt = Beslissingvoorbeeld.Van(zaak.Teken(), Bezwaarzaak.Nummer)!;

            var voorbeeld = Voorbeeld(zaak)!;

            // Only who signs differs.
            Assert.Equal([Bezwaarzaak.Bo, "voorbeeld"], voorbeeld.Ondertekenaars);
            Assert.Equal(Beeld(echt with { Ondertekenaars = voorbeeld.Ondertekenaars }), Beeld(voorbeeld));
        }

        static string Beeld(BezwaarBeslistBericht bericht) => JsonSerializer.Serialize(bericht, Platform.Stromen.Json.Opties);
    }

    [Fact]
    public void De_brief_is_te_lezen_terwijl_op_het_geld_wordt_gewacht()
    {
        var zaak = Bezwaarzaak.TeBeslissen().Herbeoordeeld(9000).Voorgesteld("gegrond");

        Assert.Equal("budget-nog-niet", zaak.Teken().Weigering?.Code);
        Assert.Equal((9000m, Bezwaargevolg.Verlenen), (Voorbeeld(zaak)?.Bedrag, Voorbeeld(zaak)?.Gevolg));
    }

    [Fact]
    public void Van_een_voorstel_dat_op_een_oude_beoordeling_rust_bestaat_geen_voorbeeld()
    {
        var zaak = Bezwaarzaak.TeBeslissen().Herbeoordeeld(9000).Voorgesteld("gegrond").Budget(9000);
        zaak.Herbeoordeeld(9500, "2026-08-08T10:00:00");

        Assert.Null(Voorbeeld(zaak));
    }

    [Fact]
    public void Alles_wat_in_een_bezwaar_kan_gebeuren_heeft_woorden_en_een_moment()
    {
        var soorten = typeof(Bezwaar)
            .GetMethods()
            .Where(m => m.Name == nameof(Bezwaar.Apply))
            .Select(m => m.GetParameters()[0].ParameterType)
            .ToList();
        Assert.NotEmpty(soorten);
        var titels = soorten.Select(s => VerloopTonen.Van((Gebeurtenis)RuntimeHelpers.GetUninitializedObject(s)).Titel).ToList();
        Assert.All(titels, titel => Assert.NotEmpty(titel));
        Assert.Equal(titels.Count, titels.Distinct().Count());
        Assert.Equal(
            ("Vastgelegd dat er niet wordt gehoord", Beoordeeld),
            VerloopTonen.Van(new NietGehoord(Hoorgrond.WilNiet, Bezwaarzaak.Verwijs(), Bezwaarzaak.Bo, Beoordeeld))
        );
    }

    private static BezwaarBeslistBericht? Voorbeeld(Bezwaarzaak zaak) =>
        Beslissingvoorbeeld.Van(
            BeslissingOndertekenen.Besluit(
                zaak.Bezwaar!,
                zaak.Verlening,
                zaak.Bezwaar!.Voorstel!,
                "voorbeeld",
                Bezwaarzaak.Versie,
                Op("2026-08-10T10:00:00")
            ),
            Bezwaarzaak.Nummer
        );
}
