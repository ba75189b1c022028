using CsCheck;
using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform.Stromen;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>Whatever comes in whatever order: every event books in balance, and nobody is paid above what is signed.</summary>
public sealed class GeldTests
{
    private const string Zaaknummer = "SLIM-7K2M9QX4TB";
    private static readonly Instant Nu = Voorbeelden.Moment;

    private sealed record Verloop(
        decimal Verleend,
        decimal Voorschot,
        decimal Vastgesteld,
        int[] Berichten,
        (int Opdracht, bool Terug, bool Afwijkend, int Mutatie)[] Bank
    );

    private static readonly Gen<Verloop> Verlopen = Gen.Select(
        Gen.Int[1, 2_500_000],
        Gen.Int[0, 100],
        Gen.Int[0, 100],
        Gen.Int[0, 2].Array[1, 8],
        Gen.Select(Gen.Int[0, 1], Gen.Bool, Gen.Bool, Gen.Int[0, 5]).Array[0, 12],
        (centen, voorschot, vastgesteld, berichten, bank) =>
        {
            var verleend = centen / 100m;
            return new Verloop(
                verleend,
                decimal.Round(verleend * voorschot / 100, 2),
                decimal.Round(verleend * vastgesteld / 100, 2),
                berichten,
                bank
            );
        }
    );

    [Fact]
    public void Elke_boeking_sluit_en_er_wordt_nooit_meer_betaald_dan_is_ondertekend() =>
        Verlopen.Sample(verloop =>
        {
            var verplichting = new Verplichting();
            var opdrachten = new Dictionary<string, Betaalopdracht>();
            var geboekt = new List<(string Stroom, Gebeurtenis Gebeurtenis)>();
            foreach (var bericht in verloop.Berichten)
            {
                var beslissing = Verplichting.Verneem(verplichting, Bericht(verloop, bericht), Nu);
                Assert.Null(beslissing.Weigering);
                foreach (var gebeurtenis in beslissing.Gebeurtenissen)
                {
                    verplichting = verplichting.Na(gebeurtenis);
                    geboekt.Add((Zaaknummer, gebeurtenis));
                }
                foreach (var opdracht in verplichting.Opdrachten(Zaaknummer).Where(o => !opdrachten.ContainsKey(o.Id)))
                {
                    opdrachten[opdracht.Id] = Voer(
                        opdracht.Id,
                        new Betaalopdracht { Id = opdracht.Id },
                        [new BetalingOpgedragen(opdracht, Nu)]
                    );
                }
            }
            foreach (var (index, terug, afwijkend, mutatie) in verloop.Bank)
            {
                if (opdrachten.GetValueOrDefault($"{Zaaknummer}-B{index + 1}") is not { } opdracht)
                {
                    continue;
                }
                if (opdracht.Open)
                {
                    opdracht = Voer(
                        opdracht.Id,
                        opdracht,
                        [
                            new BetalingGeaccordeerd("fien", Nu),
                            new BetalingGeaccordeerd("fred", Nu),
                            new BetalingInBestand("bestand", 1, Nu),
                        ]
                    );
                }
                var bedrag = opdracht.Opdracht.Bedrag + (afwijkend ? 0.01m : 0);
                var boeking = new Bankboeking(
                    $"ref{mutatie}",
                    1,
                    terug ? bedrag : -bedrag,
                    Voorbeelden.Dag,
                    Boekingsstatus.Geboekt,
                    false,
                    opdracht.Id,
                    terug ? "AC04" : null,
                    ""
                );
                var (beslissing, _) = AfschriftVerwerken.Beslis(opdracht, [new AfschriftVerwerken.Mutatie($"ref{mutatie}/1", boeking)], Nu);
                opdrachten[opdracht.Id] = Voer(opdracht.Id, opdracht, beslissing.Gebeurtenissen);
            }

            var saldi = Grootboekrekeningen.Alle.ToDictionary(r => r, _ => 0m);
            foreach (var (stroom, gebeurtenis) in geboekt)
            {
                var regels = Boeking.Van(stroom, gebeurtenis)?.Regels ?? [];
                Assert.Equal(regels.Sum(r => r.Debet), regels.Sum(r => r.Credit));
                foreach (var regel in regels)
                {
                    saldi[regel.Rekening] += regel.Debet - regel.Credit;
                }
                Assert.Equal(0, saldi.Values.Sum());
                Assert.True(-saldi[Grootboekrekeningen.Bank] <= verloop.Verleend, "Paid above what is signed.");
            }
            Assert.True(opdrachten.Values.Sum(o => o.Opdracht.Bedrag) <= verloop.Verleend);
            // As the reconciliation has it: the books say of each order what it says itself.
            var uitgevoerd = opdrachten.Values.Where(o => o.Status == Betaalstatus.Uitgevoerd).Sum(o => o.Opdracht.Bedrag);
            Assert.Equal(uitgevoerd, -saldi[Grootboekrekeningen.Bank]);
            Assert.Equal(opdrachten.Values.Sum(o => o.Opdracht.Bedrag) - uitgevoerd, -saldi[Grootboekrekeningen.TeBetalen]);

            Betaalopdracht Voer(string id, Betaalopdracht stand, IEnumerable<Gebeurtenis> gebeurtenissen)
            {
                foreach (var gebeurtenis in gebeurtenissen)
                {
                    geboekt.Add((id, gebeurtenis));
                    stand = stand.Na(gebeurtenis);
                }
                return stand;
            }
        });

    [Fact]
    public void Een_lagere_vaststelling_dan_het_voorschot_geeft_een_vordering_en_geen_betaling()
    {
        var verloop = new Verloop(11040m, 5520m, 4000m, [], []);
        var verplichting = new Verplichting();
        foreach (var bericht in (int[])[0, 1, 2])
        {
            verplichting = Verplichting
                .Verneem(verplichting, Bericht(verloop, bericht), Nu)
                .Gebeurtenissen.Aggregate(verplichting, (stand, gebeurtenis) => stand.Na(gebeurtenis));
        }
        Assert.Equal([$"{Zaaknummer}-B1"], verplichting.Opdrachten(Zaaknummer).Select(o => o.Id));
        var afgerekend = new VerplichtingAfgerekend("2026-04-mkb", "S1", 11040m, 4000m, 5520m, -1520m, Nu);
        Assert.Contains(new Boekingsregel(Grootboekrekeningen.TeVorderen, 1520m, 0), Boeking.Van(Zaaknummer, afgerekend)!.Regels);
    }

    [Theory]
    [InlineData(11040.01, 5520, 5520.01)]
    [InlineData(11040, 0, 11040)]
    [InlineData(11040, 5520, 5520.01)]
    public void Een_vaststelling_die_met_iets_anders_rekent_dan_is_verleend_wordt_geweigerd(
        decimal vastgesteld,
        decimal voorschotten,
        decimal nog
    )
    {
        var verleend = new Verplichting().Na(Bericht(new Verloop(11040m, 5520m, 0, [], []), 0));
        var vaststelling = new VaststellingVernomen("12345678", "S1", 11040m, vastgesteld, voorschotten, nog, ["bea", "mees"], Nu);
        Assert.Equal("tegenspraak", Verplichting.Verneem(verleend, vaststelling, Nu).Weigering?.Code);
    }

    private static Gebeurtenis Bericht(Verloop verloop, int welk) =>
        welk switch
        {
            0 => new VerplichtingAangegaan("2026-04-mkb", "12345678", "V1", verloop.Verleend, verloop.Voorschot, Nu),
            1 => new VoorschotVernomen("12345678", "V1", verloop.Voorschot, ["bea", "mees"], Nu),
            _ => new VaststellingVernomen(
                "12345678",
                "S1",
                verloop.Verleend,
                verloop.Vastgesteld,
                verloop.Voorschot,
                verloop.Vastgesteld - verloop.Voorschot,
                ["bea", "mees"],
                Nu
            ),
        };
}
