using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform.Stromen;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>Which account counts, what it holds and who may let go.</summary>
public sealed class RekeningTests
{
    private static readonly Instant Nu = Voorbeelden.Moment;
    private static readonly Verwijzing Gegevens = new(Guid.Empty, "hash");
    private static readonly Opdracht Opdracht = new(
        "B1",
        "SLIM",
        "2026-04-mkb",
        "12345678",
        "V1",
        Betaalsoort.Voorschot,
        5520m,
        ["bea", "mees"]
    );

    [Fact]
    public void De_eerste_rekening_houdt_niets_aan_een_latere_wel()
    {
        Assert.Null(Met(1).TeControleren);
        Assert.Equal(2, Met(2, 1).TeControleren);
        Assert.Equal(3, Met(1, 3, 2).TeControleren);
    }

    [Fact]
    public void Een_rekening_die_al_bekend_is_verandert_niets() =>
        Assert.Empty(BijRekeningGewijzigd.Beslis(Met(1), 1, () => throw new InvalidOperationException(), "anna", Nu).Gebeurtenissen);

    [Fact]
    public void Een_opdracht_die_na_de_wijziging_komt_begint_aangehouden() =>
        Assert.IsType<BetalingAangehouden>(Opdragen.Beslis(null, Opdracht, Met(1, 2), Nu).Gebeurtenissen[^1]);

    [Fact]
    public void Wat_al_naar_de_bank_is_wordt_niet_meer_aangehouden()
    {
        var opdracht = Geaccordeerd().Na(new BetalingInBestand("bestand", 1, Nu));
        Assert.Empty(BijRekeningGewijzigd.HoudAan(opdracht, new Rekeningversie(2, Gegevens, "anna"), true, Nu).Gebeurtenissen);
    }

    [Fact]
    public void Wie_een_betaling_accordeerde_controleert_de_rekening_niet()
    {
        Assert.Equal("eigen-akkoord", Controle("fien")?.Code);
        Assert.Equal("eigen-wijziging", Controle("anna")?.Code);
        Assert.Null(Controle("cor"));
    }

    [Fact]
    public void Een_afgekeurde_rekening_blijft_de_betaling_aanhouden()
    {
        var afgekeurd = Met(1, 2).Na(new RekeningGecontroleerd(2, false, "cor", Gegevens, Nu));
        Assert.Equal(2, afgekeurd.TeControleren);
        Assert.NotNull(Betaalbaarheid.Bezwaar(new Kandidaat(Geaccordeerd(), afgekeurd)));
        Assert.Null(
            Betaalbaarheid.Bezwaar(new Kandidaat(Geaccordeerd(), afgekeurd.Na(new RekeningGecontroleerd(2, true, "cas", Gegevens, Nu))))
        );
    }

    [Fact]
    public void Zonder_rekening_wordt_niet_betaald() => Assert.NotNull(Betaalbaarheid.Bezwaar(new Kandidaat(Geaccordeerd(), null)));

    private static Weigering? Controle(string wie) =>
        Controleren.Beslis(Met(1, 2), 2, true, wie, new HashSet<string> { "fien" }, Gegevens, Nu).Weigering;

    private static Rekening Met(params int[] volgnummers) =>
        volgnummers.Aggregate(new Rekening(), (r, n) => r.Na(new RekeningVernomen(n, Gegevens, "anna", Nu)));

    private static Betaalopdracht Geaccordeerd() =>
        new Betaalopdracht { Id = "B1" }
            .Na(new BetalingOpgedragen(Opdracht, Nu))
            .Na(new BetalingGeaccordeerd("fien", Nu))
            .Na(new BetalingGeaccordeerd("fred", Nu));
}
