using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Rapporten;
using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;

namespace SlimRegeling.Leercultuurscans.Tests;

/// <summary>What stays of answers once a scan is closed: sums, and of few people nothing.</summary>
public class AntwoordsomTests
{
    private static readonly Vragenlijst MetBouwstenen = new(Kernvragen, Bouwstenen);

    [Fact]
    public void Van_een_onderdeel_blijven_sommen_en_producten()
    {
        var som = Antwoordsom.Van(
            "D1",
            [
                [1, 2],
                [3, 5],
                [4, 4],
            ]
        );

        Assert.Equal((3, 8L, 11L), (som.Mensen, som.Sommen[0], som.Sommen[1]));
        Assert.Equal([26, 33, 33, 45], som.Producten);
    }

    [Fact]
    public void Sommen_van_twee_scans_zijn_samen_die_van_alle_mensen()
    {
        var (een, ander) = (
            Antwoordsom.Van(
                "D1",
                [
                    [1, 2],
                    [3, 5],
                ]
            ),
            Antwoordsom.Van(
                "D1",
                [
                    [4, 4],
                ]
            )
        );
        var allen = Antwoordsom.Van(
            "D1",
            [
                [1, 2],
                [3, 5],
                [4, 4],
            ]
        );

        var samen = een.Plus(ander);

        Assert.Equal(allen.Mensen, samen.Mensen);
        Assert.Equal(allen.Sommen, samen.Sommen);
        Assert.Equal(allen.Producten, samen.Producten);
    }

    [Fact]
    public void Onder_twintig_blijft_er_niets_en_met_reservecodes_is_er_per_code_een_meer_nodig()
    {
        Assert.Equal(6, Antwoordsom.Van(Lijst, Bladen(20, 4), 0).Count);
        Assert.Empty(Antwoordsom.Van(Lijst, Bladen(19, 4), 0));
        Assert.Equal(6, Antwoordsom.Van(Lijst, Bladen(22, 4), 2).Count);
        Assert.Empty(Antwoordsom.Van(Lijst, Bladen(21, 4), 2));
        // Who does not count for the report counts for nothing.
        Assert.Empty(Antwoordsom.Van(Lijst, [.. Bladen(19, 4), Blad(4, ("D1", null), ("D2", null), ("D3", null))], 0));
        Assert.DoesNotContain(Antwoordsom.Van(Lijst, [.. Bladen(19, 4), Blad(4, ("D2", null))], 0), s => s.Onderdeel == "D2");
    }

    /// <summary>The sums of five people with four questions fit one set of rows nearly always; with more questions it takes more people to hide in.</summary>
    [Fact]
    public void Een_onderdeel_met_meer_vragen_vraagt_meer_mensen()
    {
        var deel = Bouwstenen.Onderdelen[0];
        var lijst = new Vragenlijst(
            Kernvragen,
            Bouwstenen with
            {
                Onderdelen = [deel with { Vragen = [.. Enumerable.Repeat(deel.Vragen[0], 6)] }],
            }
        );

        Assert.DoesNotContain(Van(29), s => s.Onderdeel == deel.Code);
        Assert.Contains(Van(30), s => s.Onderdeel == deel.Code);

        IReadOnlyList<Antwoordsom> Van(int mensen) => Antwoordsom.Van(lijst, [.. Enumerable.Repeat(Blad(lijst, 3), mensen)], 0);
    }

    /// <summary>The report shows a mean over them too: the difference would be theirs.</summary>
    [Fact]
    public void Als_enkelen_een_vraag_oversloegen_blijft_er_van_dat_onderdeel_niets()
    {
        var heel = Blad(MetBouwstenen, 4);
        var anders = heel with
        {
            Antwoorden = heel.Antwoorden.ToDictionary(a => a.Key, a => a.Key == "B1" ? (IReadOnlyList<int?>)[4, 4, null, 4] : a.Value),
        };

        Assert.DoesNotContain(Antwoordsom.Van(MetBouwstenen, [.. Enumerable.Repeat(heel, 20), anders], 0), s => s.Onderdeel == "B1");
        Assert.Contains(Antwoordsom.Van(MetBouwstenen, [.. Enumerable.Repeat(heel, 20), anders], 0), s => s.Onderdeel == "B2");
        var som = Antwoordsom.Van(MetBouwstenen, [.. Enumerable.Repeat(heel, 20), .. Enumerable.Repeat(anders, 5)], 0);
        Assert.Equal(20, som.Single(s => s.Onderdeel == "B1").Mensen);
    }

    [Fact]
    public void Wat_voor_een_omgekeerde_vraag_is_gegeven_telt_omgekeerd()
    {
        var deel = Bouwstenen.Onderdelen[0];
        var gekeerd = Bouwstenen with
        {
            Onderdelen = [deel with { Vragen = [deel.Vragen[0] with { Omgekeerd = true }, .. deel.Vragen.Skip(1)] }],
        };
        var lijst = new Vragenlijst(Kernvragen, gekeerd);

        var som = Antwoordsom.Van(lijst, [.. Enumerable.Repeat(Blad(lijst, 5), 20)], 0).Single(s => s.Onderdeel == deel.Code);

        Assert.Equal([20, 100, 100, 100], som.Sommen);
    }
}
