using CsCheck;
using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform;

namespace SlimRegeling.Zaken.Tests;

/// <summary>Hearing everything again at once gives what hearing it one by one gave, in whatever order it came.</summary>
public sealed class HerbouwTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    [Fact]
    public async Task Whatever_was_said_in_whatever_order_is_made_again_the_same()
    {
        await Gen.Select(Gen.OneOf(Zaken), Gen.Int[0, 1000])
            .Array[1, 3]
            .SelectMany(delen => Gen.Shuffle(delen.SelectMany(d => d.Item1).ToArray()))
            .SampleAsync(
                async berichten =>
                {
                    await Leeg();
                    foreach (var bericht in berichten)
                    {
                        await huis.Zeg(Zakenhuis.Bea, bericht);
                    }
                    await huis.Stil();
                    var voor = await huis.Rijen();

                    var herbouwd = await huis.Herbouw();
                    await huis.Voer("truncate zaken.zaak, zaken.stap, zaken.tijdvak, zaken.regelwijziging, zaken.medewerkercorrectie");
                    var vanNiets = await huis.Herbouw();

                    Assert.Empty(herbouwd.SelectMany(c => c.Modellen).SelectMany(m => m.Eerste));
                    Assert.Equal(berichten.Length, herbouwd.Sum(c => c.Berichten));
                    Assert.All(vanNiets.Single(c => c.Context == "zaken").Modellen, m => Assert.Equal(m.Rijen, m.Ontbrak));
                    Assert.Equal(voor, await huis.Rijen());
                },
                iter: 6,
                threads: 1
            );
    }

    [Fact]
    public async Task What_is_being_used_by_a_host_is_not_made_again() =>
        Assert.Contains(
            "in gebruik",
            (await Assert.ThrowsAsync<Opstartfout>(huis.ControleerOfNiemandDraait)).Message,
            StringComparison.Ordinal
        );

    /// <summary>The whole life of a case; one that was drawn, completed and reserved more than once; and what is said of windows, rules and employees.</summary>
    private static Gen<object[]>[] Zaken =>
        [
            Gen.Const(0).Select(_ => Voorbeeldzaak.Nieuw().Geheel.ToArray()),
            Gen.Const(0).Select(_ => Vaker(Voorbeeldzaak.Nieuw())),
            Gen.Int[1, 4].Select(Regels),
            Gen.Int[1, 4].Select(Medewerkers),
        ];

    private static object[] Vaker(Voorbeeldzaak zaak) =>
        [
            zaak.Venster,
            zaak.Venster with
            {
                Sluit = Voorbeeldzaak.Op(48),
                Op = Voorbeeldzaak.Op(2),
            },
            zaak.Ingediend,
            zaak.Gerangschikt,
            zaak.Gerangschikt with
            {
                Rang = 9,
                Op = Voorbeeldzaak.Op(30),
            },
            zaak.Gereserveerd,
            new BudgetVrijgegevenBericht(zaak.Nummer, zaak.Tijdvak, "aanvulling-gevraagd", Voorbeeldzaak.Op(5)),
            new AanvullingGevraagdBericht(zaak.Nummer, zaak.Tijdvak, zaak.Kvk, ["begroting"], new(2026, 5, 20), Voorbeeldzaak.Op(5)),
            new AanvraagAangevuldBericht(zaak.Nummer, zaak.Tijdvak, 9_000.00m, Voorbeeldzaak.Op(6)),
            zaak.Gereserveerd with
            {
                Bedrag = 9_000.00m,
                Op = Voorbeeldzaak.Op(31),
            },
            new HersteltermijnGestartBericht(zaak.Nummer, zaak.Tijdvak, new(2026, 5, 7), new(2026, 5, 21), Voorbeeldzaak.Op(5)),
            zaak.Verleend,
            new BezwaartermijnGestartBericht(zaak.Nummer, zaak.Verlening, new(2026, 6, 16), new(2026, 7, 27), Voorbeeldzaak.Op(33)),
            new BewijsGevraagdBericht(zaak.Nummer, zaak.Kvk, new(2027, 7, 20), Voorbeeldzaak.Op(34)),
            zaak.Vastgesteld,
            new BezwaartermijnGestartBericht(zaak.Nummer, zaak.Vaststelling, new(2027, 9, 3), new(2027, 10, 14), Voorbeeldzaak.Op(35)),
        ];

    private static object[] Regels(int aantal) =>
        [
            .. Enumerable
                .Range(1, aantal)
                .Select(n => new ParameterGewijzigdBericht(
                    $"slim-{Guid.NewGuid():N}",
                    n,
                    "maxima",
                    "mkb",
                    n % 2 == 0 ? null : "1.00",
                    "Stcrt.",
                    null,
                    Instant.FromUtc(2026, 1, n, 0, 0),
                    Voorbeeldzaak.Op(n)
                )),
        ];

    private static object[] Medewerkers(int aantal) =>
        [
            .. Enumerable
                .Range(1, aantal)
                .Select(n => new MedewerkerGewijzigdBericht(
                    $"iemand-{Guid.NewGuid():N}",
                    n % 2 == 0 ? [] : ["beoordelaar"],
                    ["onderzoeker"],
                    n == 3,
                    Voorbeeldzaak.Op(n)
                )),
        ];

    private Task Leeg() =>
        huis.Voer(
            "truncate zaken.zaak, zaken.stap, zaken.tijdvak, zaken.regelwijziging, zaken.medewerkercorrectie, verteller.mt_doc_verhaal; delete from verteller.mt_events; delete from verteller.mt_streams"
        );
}
