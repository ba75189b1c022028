using CsCheck;
using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>
/// Random lives of one case in which more was paid than is due: whatever is heard, paid, returned, repaid, set, written off or revoked in whatever order, the
/// books close and the case is worth what was decided.
/// </summary>
public sealed class VorderingLevenTests
{
    private static readonly Instant Nu = Voorbeelden.Moment;
    private static readonly Verwijzing Tekst = new(Guid.Empty, "hash");
    private static readonly int[] Zes = [0, 1, 2, 3, 4, 5];

    [Fact]
    public void Na_elke_stap_is_wat_besloten_is_wat_betaald_terugbetaald_opgedragen_gevorderd_en_afgeboekt_is() =>
        Gen.Select(
                Gen.Int[0, 8000].Array[2],
                Gen.Int[0, 7999],
                Gen.Bool,
                Gen.Shuffle(Zes),
                Gen.Select(Gen.Int[0, 9], Gen.Int[1, 500_000]).Array[0, 25]
            )
            .Sample(
                (vastgesteld, rest, herroepen, volgorde, stappen) =>
                {
                    var (laag, hoog) = (vastgesteld.Min(), vastgesteld.Max());
                    Gebeurtenis[] alles =
                    [
                        new VerplichtingAangegaan("2026-04-mkb", "12345678", "V1", 8000m, 4000m, Nu),
                        new VoorschotVernomen("12345678", "V1", 4000m, ["bea", "mees"], Nu),
                        Vaststelling("S1", laag, 4000m, null),
                        Vaststelling("S2", hoog, Math.Max(4000m, laag), "S1"),
                        new IntrekkingVernomen("2026-04-mkb", "12345678", "I1", rest, 8000m, Math.Min(4000m, rest), Nu),
                        new HerroepingVernomen("2026-04-mkb", "12345678", "BZ1", "I1", null, 8000m, 4000m, ["bea", "mees"], Nu),
                    ];
                    // Withdrawn is what stands settled or not; without the withdrawal nothing is revoked.
                    var horen = new Queue<Gebeurtenis>(volgorde.Where(i => herroepen || i != 5).Select(i => alles[i]));
                    var zaak = new Geldzaak();
                    foreach (var (stap, centen) in stappen)
                    {
                        Doe(zaak, horen, stap, centen / 100m);
                        zaak.Sluit();
                    }
                    while (horen.TryDequeue(out var gebeurtenis))
                    {
                        zaak.Hoor(gebeurtenis);
                        zaak.Sluit();
                    }
                    // At the end all is paid, and all that is claimed is repaid: then the recipient has what was decided, and no more.
                    zaak.Betaal();
                    for (var i = 0; i < zaak.Vorderingen.Count; i++)
                    {
                        Assert.Equal(0, zaak.BetaalTerug(i, zaak.Vorderingen[i].Open.Totaal));
                    }
                    zaak.Sluit();
                    Assert.All(zaak.Vorderingen, v => Assert.Equal(0, v.Open.Totaal));
                },
                iter: 2000
            );

    private static void Doe(Geldzaak zaak, Queue<Gebeurtenis> horen, int stap, decimal bedrag)
    {
        var laatste = zaak.Vorderingen.Count - 1;
        var vordering = laatste < 0 ? null : zaak.Vorderingen[laatste];
        switch (stap)
        {
            case 0 or 1 or 2 when horen.TryDequeue(out var gebeurtenis):
                zaak.Hoor(gebeurtenis);
                break;
            case 3:
                zaak.Betaal();
                break;
            case 4:
                zaak.KomTerug();
                break;
            case 5 or 6 when vordering is not null:
                zaak.BetaalTerug(laatste, bedrag);
                break;
            case 7 when vordering is { Besloten: null, Open.Totaal: > 0 }:
                zaak.Doe(
                    laatste,
                    new TerugvorderingBesloten(
                        Geldzaak.Zaaknummer,
                        "2026-04-mkb",
                        "12345678",
                        vordering.Id,
                        "S1",
                        vordering.Open.Hoofdsom,
                        4000m,
                        0m,
                        Tekst,
                        ["fien", "fred", "cor"],
                        Nu
                    )
                );
                break;
            case 8 when vordering is { Besloten: not null, Aangemaand: null, Open.Totaal: > 0 }:
                zaak.Doe(
                    laatste,
                    new VorderingAangemaand(
                        Geldzaak.Zaaknummer,
                        "2026-04-mkb",
                        "12345678",
                        vordering.Id,
                        vordering.Open.Totaal,
                        19m,
                        Moment.Dag(Nu),
                        Tekst,
                        "slim-2026",
                        "hash",
                        Nu
                    ),
                    new RenteVastgesteld(
                        Geldzaak.Zaaknummer,
                        "2026-04-mkb",
                        "12345678",
                        $"{vordering.Id}-R1",
                        bedrag,
                        bedrag,
                        Moment.Dag(Nu),
                        Moment.Dag(Nu),
                        "slim-2026",
                        "hash",
                        Tekst,
                        ["fien", "fred"],
                        Nu
                    )
                );
                break;
            case 9 when vordering is { Open.Totaal: > 0 }:
                zaak.Doe(
                    laatste,
                    new VorderingAfgeboekt(
                        Geldzaak.Zaaknummer,
                        "12345678",
                        "2026-04-mkb",
                        $"{vordering.Id}-A1",
                        vordering.Open,
                        Tekst,
                        ["fien", "fred", "cor"],
                        Nu
                    )
                );
                break;
        }
    }

    private static VaststellingVernomen Vaststelling(string besluit, decimal vastgesteld, decimal voorschotten, string? vervangt) =>
        new("12345678", besluit, 8000m, vastgesteld, voorschotten, vastgesteld - voorschotten, ["bea", "mees"], Nu, vervangt);
}
