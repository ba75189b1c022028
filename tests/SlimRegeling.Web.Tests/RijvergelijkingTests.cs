using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Tests;

/// <summary>Parties that two save at once: each row is known by its KVK number, wherever it stands.</summary>
public sealed class RijvergelijkingTests
{
    private static readonly Veld Formulier = new("", Veldsoort.Groep, "")
    {
        Velden =
        [
            new("partijen", Veldsoort.Lijst, "Partijen")
            {
                Element = new("", Veldsoort.Groep, "")
                {
                    Velden =
                    [
                        new("kvkNummer", Veldsoort.Tekst, "KVK"),
                        new("naam", Veldsoort.Tekst, "Naam"),
                        new("omzet", Veldsoort.Bedrag, "Omzet"),
                    ],
                },
            },
        ],
    };

    private static readonly string[][] Begin =
    [
        ["1", "Hoofd", "10"],
        ["2", "Zagerij", ""],
        ["3", "School", ""],
    ];

    [Fact]
    public void A_row_taken_out_here_shifts_nothing_that_a_party_saved_meanwhile()
    {
        var (rijen, verschillen) = Samen([Begin[0], Begin[2]], [Begin[0], Begin[1], ["3", "School", "500"]]);

        Assert.Equal(
            [
                ["1", "Hoofd", "10"],
                ["3", "School", "500"],
            ],
            rijen
        );
        Assert.Empty(verschillen);
    }

    [Fact]
    public void A_row_taken_out_there_shifts_nothing_that_was_typed_here()
    {
        var (rijen, verschillen) = Samen([Begin[0], Begin[1], ["3", "Houtcollege", ""]], [Begin[0], Begin[2]]);

        Assert.Equal(
            [
                ["1", "Hoofd", "10"],
                ["3", "Houtcollege", ""],
            ],
            rijen
        );
        Assert.Empty(verschillen);
    }

    [Fact]
    public void Another_party_in_the_place_of_one_that_went_takes_none_of_its_figures()
    {
        var (rijen, _) = Samen([Begin[0], ["9", "Nieuw", ""], Begin[2]], [Begin[0], ["2", "Zagerij", "500"], Begin[2]]);

        // What the party saved meanwhile is not lost either.
        Assert.Equal(
            [
                ["1", "Hoofd", "10"],
                ["9", "Nieuw", ""],
                ["3", "School", ""],
                ["2", "Zagerij", "500"],
            ],
            rijen
        );
    }

    [Fact]
    public void What_was_typed_in_a_row_that_went_there_stays()
    {
        var (rijen, _) = Samen([Begin[0], ["2", "De Plank", ""], Begin[2]], [Begin[0], Begin[2]]);

        Assert.Equal(
            [
                ["1", "Hoofd", "10"],
                ["2", "De Plank", ""],
                ["3", "School", ""],
            ],
            rijen
        );
    }

    [Fact]
    public void The_same_field_of_the_same_party_is_asked_wherever_it_stands()
    {
        var (_, verschillen) = Samen([Begin[2], ["2", "De Plank", ""], Begin[0]], [Begin[0], ["2", "Zagerij B.V.", ""], Begin[2]]);

        Assert.Equal(new Verschil("partijen[1].naam", "Zagerij B.V.", "De Plank"), Assert.Single(verschillen));
    }

    [Fact]
    public void Both_put_the_same_party_in_and_a_number_that_is_filled_in_later_is_the_same_row()
    {
        var (rijen, verschillen) = Samen(
            [.. Begin, ["4", "Bond", ""]],
            [
                ["0", "Vooraan", ""],
                .. Begin,
                ["4", "Bond", "7"],
            ]
        );

        Assert.Equal([.. Begin, ["4", "Bond", "7"], ["0", "Vooraan", ""]], rijen);
        Assert.Empty(verschillen);
        var (leeg, _) = Samen([Begin[0], ["", "Zagerij", ""], Begin[2]], [Begin[0], ["2", "Zagerij", "5"], Begin[2]]);
        Assert.Equal(
            [
                ["1", "Hoofd", "10"],
                ["", "Zagerij", "5"],
                ["3", "School", ""],
            ],
            leeg
        );
    }

    [Fact]
    public void What_this_page_does_not_show_is_told_by_where_it_is_saved()
    {
        var mijn = Waarden([Begin[0], ["", "", ""], Begin[1], Begin[2]]);
        var naast = new Rijvergelijking(Formulier, Waarden(Begin), mijn, Waarden([.. Begin, ["4", "Bond", ""]]), (_, tekst) => tekst);
        var samen = Samenvoeging.Van(naast.Begin, mijn, naast.Hun);

        Assert.Equal("Bond", samen.Waarden["partijen[4].naam"]);
        Assert.Equal("partijen[3].naam", naast.Opgeslagen("partijen[4].naam", samen.Waarden));
        Assert.Equal("partijen[2].naam", naast.Opgeslagen("partijen[2].naam", samen.Waarden));
    }

    /// <summary>As it is saved: rows without anything in them are left out.</summary>
    private static (IReadOnlyList<string[]> Rijen, IReadOnlyList<Verschil> Verschillen) Samen(string[][] mijn, string[][] hun)
    {
        var naast = new Rijvergelijking(Formulier, Waarden(Begin), Waarden(mijn), Waarden(hun), (_, tekst) => tekst);
        var samen = Samenvoeging.Van(naast.Begin, Waarden(mijn), naast.Hun);
        var opgeruimd = Invulling.Van(Formulier, samen.Waarden).Opgeruimd();
        return (
            [
                .. Enumerable
                    .Range(0, opgeruimd.Rijen("partijen"))
                    .Select(r => (string[])[.. ((string[])["kvkNummer", "naam", "omzet"]).Select(v => opgeruimd[$"partijen[{r}].{v}"])]),
            ],
            samen.Verschillen
        );
    }

    private static Dictionary<string, string> Waarden(string[][] rijen) =>
        rijen
            .SelectMany(
                (rij, i) =>
                    ((string, string)[])
                        [($"partijen[{i}].kvkNummer", rij[0]), ($"partijen[{i}].naam", rij[1]), ($"partijen[{i}].omzet", rij[2])]
            )
            .ToDictionary(v => v.Item1, v => v.Item2);
}
