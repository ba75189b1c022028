using CsCheck;
using NodaTime;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Stromen;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>A booking is reversed by one who proposes and another who signs, once, and comes to nothing then.</summary>
public sealed class MemoriaalTests
{
    private const string Zaaknummer = "SLIM-7K2M9QX4TB";
    private static readonly Instant Nu = Voorbeelden.Moment;
    private static readonly Guid Boekingsnummer = Guid.Parse("0192f0c0-0000-7000-8000-000000000001");
    private static readonly Verwijzing Reden = new(Guid.Parse("0192f0c0-0000-7000-8000-000000000002"), new string('a', 64));
    private static readonly Memoriaal Voorgesteld = new Memoriaal().Apply(
        new CorrectieVoorgesteld(Boekingsnummer, Zaaknummer, Reden, "fien", Nu)
    );

    [Fact]
    public void De_tegenboeking_heeft_elke_regel_aan_de_andere_kant_en_noemt_wat_zij_omkeert()
    {
        var regels = Regels(new VerplichtingAfgerekend("2026-04-mkb", "S1", 11040m, 4000m, 5520m, -1520m, Nu));
        var geboekt = Assert.IsType<CorrectieGeboekt>(
            Assert.Single(Memoriaal.Onderteken(Voorgesteld, Boekingsnummer, regels, "cor", Nu).Gebeurtenissen)
        );
        Assert.Equal(("fien", "cor", Boekingsnummer), (geboekt.Voorsteller, geboekt.Door, geboekt.KeertOm));
        var boeking = Boeking.Van(Boekingsnummer.ToString(), geboekt)!;
        Assert.Equal(
            (Zaaknummer, "2026-04-mkb", "S1", (Guid?)Boekingsnummer),
            (boeking.Zaaknummer, boeking.Tijdvak, boeking.Besluit, boeking.KeertOm)
        );
        Assert.Equal(regels.Select(r => new Boekingsregel(r.Rekening, r.Credit, r.Debet)), boeking.Regels);
    }

    [Fact]
    public void Niemand_ondertekent_of_verwerpt_het_eigen_voorstel()
    {
        var regels = Regels(new VerplichtingAangegaan("2026-04-mkb", "12345678", "V1", 11040m, 5520m, Nu));
        Geweigerd("zelfde-persoon", 403, Memoriaal.Onderteken(Voorgesteld, Boekingsnummer, regels, "fien", Nu));
        Geweigerd("zelfde-persoon", 403, Memoriaal.ZendTerug(Voorgesteld, Boekingsnummer, Reden, "fien", Nu));
        Geweigerd("geen-voorstel", 409, Memoriaal.Onderteken(null, Boekingsnummer, regels, "cor", Nu));
    }

    [Fact]
    public void Wie_ondertekent_bekeek_het_voorstel_dat_nu_voorligt()
    {
        var voorstel = Voorgesteld.Voorstel!;
        Assert.Null(Memoriaal.Gezien(Voorgesteld, Boekhash.Van(voorstel)));
        CorrectieVoorgesteld[] anders =
        [
            voorstel with
            {
                Boeking = Guid.Empty,
            },
            voorstel with
            {
                Reden = Reden with { Hash = new string('b', 64) },
            },
            voorstel with
            {
                Door = "fred",
            },
            voorstel with
            {
                Op = Nu + Duration.FromSeconds(1),
            },
        ];
        foreach (var ander in anders)
        {
            Geweigerd("ander-voorstel", 409, Memoriaal.Gezien(Voorgesteld, Boekhash.Van(ander))!);
        }
        // What does not wait for anyone is told as it is, whatever was looked at.
        Assert.Null(Memoriaal.Gezien(null, "h"));
        Assert.Null(Memoriaal.Gezien(Voorgesteld.Apply(new CorrectieTeruggezonden(Reden, "cor", Nu)), "h"));
        var geboekt = new CorrectieGeboekt(Boekingsnummer, Zaaknummer, "t", "V1", [], "fien", "cor", Nu);
        Assert.Null(Memoriaal.Gezien(Voorgesteld.Apply(geboekt), "h"));
    }

    [Fact]
    public void Een_boeking_heeft_een_voorstel_tegelijk_en_een_tegenboeking()
    {
        Geweigerd("ligt-al-voor", 409, Memoriaal.StelVoor(Voorgesteld, Boekingsnummer, Zaaknummer, Reden, "fred", Nu));
        var terug = Voorgesteld.Apply(new CorrectieTeruggezonden(Reden, "cor", Nu));
        Assert.Single(Memoriaal.StelVoor(terug, Boekingsnummer, Zaaknummer, Reden, "fred", Nu).Gebeurtenissen);

        var geboekt = Voorgesteld.Apply(new CorrectieGeboekt(Boekingsnummer, Zaaknummer, "t", "V1", [], "fien", "cor", Nu));
        Geweigerd("al-tegengeboekt", 409, Memoriaal.StelVoor(geboekt, Boekingsnummer, Zaaknummer, Reden, "fred", Nu));
        Geweigerd("al-tegengeboekt", 409, Memoriaal.Onderteken(geboekt, Boekingsnummer, [], "anna", Nu));
    }

    [Fact]
    public void Wat_er_ook_geboekt_was_met_zijn_tegenboeking_is_het_niets_en_die_sluit() =>
        Gen.Select(Gen.Int[1, 2_500_000], Gen.Int[0, 100], Gen.Int[0, 100])
            .Sample(
                (centen, voorschot, vastgesteld) =>
                {
                    var verleend = centen / 100m;
                    var (bevoorschot, kosten) = (
                        decimal.Round(verleend * voorschot / 100, 2),
                        decimal.Round(verleend * vastgesteld / 100, 2)
                    );
                    var regels = Regels(
                        new VerplichtingAfgerekend("2026-04-mkb", "S1", verleend, kosten, bevoorschot, kosten - bevoorschot, Nu)
                    );
                    var geboekt = (CorrectieGeboekt)
                        Memoriaal.Onderteken(Voorgesteld, Boekingsnummer, regels, "cor", Nu).Gebeurtenissen.Single();
                    var tegen = Boeking.Van(Boekingsnummer.ToString(), geboekt)!.Regels;
                    Assert.Equal(tegen.Sum(r => r.Debet), tegen.Sum(r => r.Credit));
                    foreach (var rekening in Grootboekrekeningen.Alle)
                    {
                        Assert.Equal(
                            0,
                            regels.Where(r => r.Rekening == rekening).Sum(r => r.Debet - r.Credit)
                                + tegen.Where(r => r.Rekening == rekening).Sum(r => r.Debet - r.Credit)
                        );
                    }
                }
            );

    /// <summary>The lines of an event as they stand in the ledger.</summary>
    private static IReadOnlyList<Grootboekregel> Regels(Gebeurtenis gebeurtenis)
    {
        var boeking = Boeking.Van(Zaaknummer, gebeurtenis)!;
        return
        [
            .. boeking.Regels.Select(
                (r, i) =>
                    new Grootboekregel(
                        Boekingsnummer,
                        i + 1,
                        Zaaknummer,
                        "soort",
                        boeking.Zaaknummer,
                        boeking.Tijdvak,
                        boeking.Besluit,
                        r.Rekening,
                        r.Debet,
                        r.Credit,
                        boeking.Boekdatum,
                        null,
                        boeking.Op,
                        null
                    )
            ),
        ];
    }

    private static void Geweigerd(string code, int status, Beslissing beslissing)
    {
        Assert.Equal(code, beslissing.Weigering?.Code);
        Assert.Equal(status, beslissing.Weigering?.Status);
        Assert.StartsWith("artikel 3.5", beslissing.Weigering?.Artikel, StringComparison.Ordinal);
    }
}
