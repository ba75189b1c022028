using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Stromen;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>Nothing is paid without a decision under which two people stand, whatever says that it should be.</summary>
public sealed class HandtekeningTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    private const string Regel = "wat is opgedragen is door twee mensen ondertekend";
    private static readonly Instant Nu = Voorbeelden.Moment;
    private static readonly string[] Twee = ["bea", "mees"];
    private static readonly VerplichtingAangegaan Verleend = new("2026-04-mkb", "12345678", "V1", 11040m, 5520m, Nu);

    [Theory]
    [InlineData("")]
    [InlineData("bea")]
    [InlineData("bea,bea")]
    [InlineData("bea, ")]
    public void Wat_niet_twee_mensen_ondertekenden_wordt_geweigerd_voor_en_na_de_verlening(string namen)
    {
        var ondertekenaars = namen.Split(',');
        foreach (var stand in (Verplichting[])[new Verplichting(), new Verplichting().Na(Verleend)])
        {
            Assert.All(Besluiten(ondertekenaars), b => Assert.Equal("tegenspraak", Verplichting.Verneem(stand, b, Nu).Weigering?.Code));
            Assert.All(
                Besluiten(ondertekenaars),
                b =>
                    Assert.Contains("niet door twee mensen", Verplichting.Verneem(stand, b, Nu).Weigering!.Uitleg, StringComparison.Ordinal)
            );
            Assert.All(Besluiten(Twee), b => Assert.Null(Verplichting.Verneem(stand, b, Nu).Weigering));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Zonder_besluit_wordt_niets_betaald(string besluit) =>
        Assert.All(
            (Gebeurtenis[])
                [
                    Voorschot(Twee) with
                    {
                        Besluit = besluit,
                    },
                    Vaststelling(Twee) with
                    {
                        Besluit = besluit,
                    },
                    Herroeping(Twee) with
                    {
                        Besluit = besluit,
                    },
                ],
            b =>
                Assert.Contains(
                    "zonder besluit wordt niets betaald",
                    Verplichting.Verneem(new Verplichting().Na(Verleend), b, Nu).Weigering?.Uitleg,
                    StringComparison.Ordinal
                )
        );

    /// <summary>A settlement is proposed by one and signed by two, also without a request.</summary>
    [Fact]
    public void Wat_drie_mensen_ondertekenden_wordt_betaald()
    {
        Gebeurtenis[] gehoord = [Verleend, Voorschot(Twee), Vaststelling("bea", "mees", "mo")];
        var stand = gehoord.Aggregate(
            new Verplichting(),
            (v, e) => Verplichting.Verneem(v, e, Nu).Gebeurtenissen.Aggregate(v, (s, gebeurtenis) => s.Na(gebeurtenis))
        );
        Assert.Equal([2, 3], stand.Opdrachten("SLIM").Select(o => o.Ondertekenaars.Count));
    }

    [Fact]
    public async Task Een_voorschot_met_een_handtekening_wordt_niet_opgedragen_maar_apart_gezet()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend with { Ondertekenaars = ["bea", "bea"] });
        Assert.Empty(await huis.Vraag($"select id from betalingen.mt_doc_betaalopdracht where id like '{zaak.Zaaknummer}%'"));
        Assert.Contains(
            "niet door twee mensen ondertekend",
            Assert.Single(await huis.Vraag($"select fout from betalingen.geparkeerd where sleutel = '{zaak.Zaaknummer}'")),
            StringComparison.Ordinal
        );
        await huis.Vraag($"delete from betalingen.geparkeerd where sleutel = '{zaak.Zaaknummer}' returning id::text");
    }

    [Theory]
    [InlineData("ondertekenaars", """["bea", "bea"]""", "1 bij besluit")]
    [InlineData("ondertekenaars", """["bea", " "]""", "1 bij besluit")]
    [InlineData("besluit", "\"\"", "2 bij besluit zonder nummer")]
    public async Task De_afstemming_noemt_een_opdracht_die_niet_op_een_besluit_van_twee_mensen_rust(
        string veld,
        string waarde,
        string gevonden
    )
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        Assert.DoesNotContain(await huis.Verschillen(), v => Over(v, zaak));
        var was = Assert.Single(await huis.Vraag($"select data::text from betalingen.mt_doc_betaalopdracht where id = '{zaak.Voorschot}'"));
        await Zet($"jsonb_set(data, '{{opdracht,{veld}}}', '{waarde}')");

        Assert.Contains(await huis.Verschillen(), v => Over(v, zaak) && v.Contains(gevonden, StringComparison.Ordinal));

        await Zet($"'{was}'::jsonb");

        Task<IReadOnlyList<string>> Zet(string data) =>
            huis.Vraag($"update betalingen.mt_doc_betaalopdracht set data = {data} where id = '{zaak.Voorschot}' returning id");
    }

    private static bool Over(string verschil, Zaak zaak) => verschil.StartsWith($"{Regel}: {zaak.Voorschot}", StringComparison.Ordinal);

    private static IReadOnlyList<Gebeurtenis> Besluiten(string[] ondertekenaars) =>
        [Voorschot(ondertekenaars), Vaststelling(ondertekenaars), Herroeping(ondertekenaars)];

    private static VoorschotVernomen Voorschot(params string[] ondertekenaars) => new("12345678", "V1", 5520m, ondertekenaars, Nu);

    private static VaststellingVernomen Vaststelling(params string[] ondertekenaars) =>
        new("12345678", "S1", 11040m, 11040m, 5520m, 5520m, ondertekenaars, Nu);

    private static HerroepingVernomen Herroeping(params string[] ondertekenaars) =>
        new("2026-04-mkb", "12345678", "BZ1-1", "I1", null, 11040m, 5520m, ondertekenaars, Nu);
}
