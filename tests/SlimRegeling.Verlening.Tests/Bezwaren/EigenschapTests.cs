using CsCheck;
using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Verlening.Bezwaren;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests.Bezwaren;

/// <summary>Whatever is tried in whatever order by whomever.</summary>
public sealed class EigenschapTests
{
    private static readonly string[] Mensen = [Beoordelaar, Ondertekenaar, Bezwaarzaak.Bo, "bo-3", Bezwaarzaak.Mo, "mo-3"];
    private static readonly string[] Gronden = [Ontvankelijkheid.OpTijd, Ontvankelijkheid.Verschoonbaar, Ontvankelijkheid.TeLaat];
    private static readonly string[] Uitkomsten = ["gegrond", "gegrond", "ongegrond", "niet-ontvankelijk"];

    private enum Wat
    {
        Beoordeel,
        ZieAf,
        Herbeoordeel,
        WijsAf,
        StelVoor,
        Herstel,
        Budget,
        Teken,
        ZendTerug,
        MeldBelang,
        TrekIn,
    }

    // What leads on comes more often than what ends it.
    private static readonly Gen<Wat> Stappen = Gen.Frequency(
        (30, Gen.Const(Wat.Beoordeel)),
        (30, Gen.Const(Wat.ZieAf)),
        (30, Gen.Const(Wat.Herbeoordeel)),
        (5, Gen.Const(Wat.WijsAf)),
        (60, Gen.Const(Wat.StelVoor)),
        (40, Gen.Const(Wat.Herstel)),
        (60, Gen.Const(Wat.Budget)),
        (120, Gen.Const(Wat.Teken)),
        (8, Gen.Const(Wat.ZendTerug)),
        (2, Gen.Const(Wat.MeldBelang)),
        (1, Gen.Const(Wat.TrekIn))
    );

    [Fact]
    public void Nooit_boven_wat_apart_staat_nooit_door_wie_eerst_besliste_en_elk_besluit_noemt_het_vorige()
    {
        var (genomen, gegeven, hersteld) = (0, 0, 0);
        Gen.Select(Gen.Bool, Gen.Select(Stappen, Gen.Int[0, 5], Gen.Int[1, 20]).Array[0, 150])
            .Sample(
                (verleend, stappen) =>
                {
                    var zaak = (verleend ? Bezwaarzaak.Verleend() : Bezwaarzaak.Afgewezen()).Ingediend(wilHoren: false);
                    var op = Op("2026-08-05T09:00:00");
                    foreach (var (wat, mens, bedrag) in stappen)
                    {
                        op += Duration.FromHours(1);
                        var (voor, apart, beslissingen) = (Bedrag(zaak), zaak.Bezwaar!.Budget, zaak.Bezwaar.Beslissingen.Count);
                        var opnieuw = zaak.Verlening.Herbeoordeling?.Voorstel;
                        Doe(zaak, wat, Mensen[mens], bedrag * 1000m, op);

                        Assert.True(Bedrag(zaak) >= voor, "An objection made an award lower.");
                        Assert.True(Bedrag(zaak) - voor <= apart, "More was given than was set apart.");
                        Assert.InRange(zaak.Bezwaar.Beslissingen.Count, beslissingen, beslissingen + 1);
                        Assert.Empty(
                            zaak.Bezwaar.Beslissingen.Skip(beslissingen).SelectMany(b => b.Ondertekenaars).Intersect(zaak.MetBelang)
                        );
                        foreach (
                            var genomenNu in zaak.Bezwaar.Beslissingen.Skip(beslissingen).Where(b => b.Uitkomst != "niet-ontvankelijk")
                        )
                        {
                            Assert.NotEqual(opnieuw?.Beoordelaar, Mensen[mens]);
                            Assert.False(
                                genomenNu.Uitkomst == "ongegrond" && opnieuw is { IsVerlenen: true } && opnieuw.Subsidie > voor,
                                "Unfounded, while it was assessed to be worth more."
                            );
                        }
                        genomen += zaak.Bezwaar.Beslissingen.Count - beslissingen;
                        gegeven += Bedrag(zaak) > voor ? 1 : 0;
                    }
                    var genomenHier = zaak.Bezwaar!.Beslissingen;
                    foreach (var (beslissing, i) in genomenHier.Select((b, i) => (b, i)))
                    {
                        // Who proposed and who signed, and who assessed again when that was another.
                        Assert.InRange(beslissing.Ondertekenaars.Distinct().Count(), 2, 3);
                        Assert.Empty(beslissing.Ondertekenaars.Intersect([Beoordelaar, Ondertekenaar]));
                        Assert.Equal(i == 0 ? null : genomenHier[i - 1].Besluit, beslissing.Herstelt);
                    }
                    hersteld += Math.Max(0, genomenHier.Count - 1);
                },
                iter: 1000,
                threads: 1
            );
        // Else nothing was tried.
        Assert.True(genomen > 100 && gegeven > 50 && hersteld > 5, $"{genomen} genomen, {gegeven} gegeven, {hersteld} hersteld");
    }

    private static decimal Bedrag(Bezwaarzaak zaak) => zaak.Verlening.Verleend?.Bedrag ?? 0;

    private static void Doe(Bezwaarzaak zaak, Wat wat, string wie, decimal bedrag, Instant op)
    {
        var bezwaar = zaak.Bezwaar!;
        var keuze = (int)(bedrag / 1000m);
        switch (wat)
        {
            case Wat.Beoordeel:
                Probeer(
                    OntvankelijkheidBeoordelen.Beslis(
                        bezwaar,
                        new(Gronden[keuze % 3], "Omdat."),
                        Bezwaarzaak.Verwijs,
                        wie,
                        Bezwaarzaak.Versie,
                        op
                    )
                );
                break;
            case Wat.ZieAf:
                Probeer(Horen.ZieAf(bezwaar, new(Hoorgrond.WilNiet, "Omdat."), Bezwaarzaak.Verwijs, wie, op));
                break;
            case Wat.Herbeoordeel or Wat.WijsAf:
                // Who took the decision that it is against does not assess again.
                var beoordelaar = wie is Beoordelaar or Ondertekenaar ? Bezwaarzaak.Bo : wie;
                zaak.Herbeoordeeld(wat == Wat.WijsAf ? 0 : bedrag, op, wat == Wat.WijsAf ? "niet-haalbaar" : null, beoordelaar);
                break;
            case Wat.StelVoor or Wat.Herstel:
                var herstelt = wat == Wat.Herstel ? bezwaar.Beslissing?.Besluit : null;
                Probeer(zaak.StelVoor(Uitkomsten[keuze % 4], op, wie, herstelt));
                break;
            case Wat.Budget:
                zaak.Budget(bedrag, op);
                break;
            case Wat.Teken:
                var besluit = zaak.Teken(op, wie);
                if (besluit.Weigering is null)
                {
                    zaak.Getekend(besluit);
                }
                break;
            case Wat.ZendTerug:
                Probeer(
                    BeslissingOndertekenen.ZendTerug(
                        bezwaar,
                        new(bezwaar.Voorstel?.Voorstelhash ?? "geen", "Omdat."),
                        Bezwaarzaak.Verwijs,
                        wie,
                        op
                    )
                );
                break;
            case Wat.MeldBelang:
                zaak.MetBelang.Add(wie);
                break;
            case Wat.TrekIn:
                Probeer(BezwaarIntrekken.Beslis(bezwaar, false, () => null, op));
                break;
        }

        void Probeer(Beslissing beslissing)
        {
            if (beslissing.Weigering is null)
            {
                zaak.Met(beslissing);
            }
        }
    }
}
