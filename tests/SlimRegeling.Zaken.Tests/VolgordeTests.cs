using CsCheck;

namespace SlimRegeling.Zaken.Tests;

/// <summary>The same messages, twice and in any order, give the same page.</summary>
public sealed class VolgordeTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    [Fact]
    public async Task Every_order_of_the_steps_around_a_proposal_that_was_sent_back_gives_the_same()
    {
        var zaak = Voorbeeldzaak.Nieuw();
        (Guid Id, object Bericht)[] berichten =
        [
            .. ((object[])[zaak.Ingediend, zaak.Beoordeeld(4), zaak.Teruggezonden, zaak.Beoordeeld(6)]).Select(b => (Guid.NewGuid(), b)),
        ];
        var beelden = new HashSet<string>();
        foreach (var volgorde in Volgordes(berichten))
        {
            await huis.Voer("truncate zaken.zaak, zaken.stap");
            foreach (var (id, bericht) in (IEnumerable<(Guid, object)>)[.. volgorde, .. volgorde])
            {
                await huis.Hoor(id, bericht);
            }
            beelden.Add((await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}")).Inhoud.GetRawText());
        }
        var beeld = Assert.Single(beelden);
        Assert.Contains("\"status\":\"beoordeeld\"", beeld, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_said_again_counts_by_its_moment_and_not_by_when_it_came()
    {
        var zaak = Voorbeeldzaak.Nieuw();
        (Guid Id, object Bericht)[] berichten =
        [
            .. (
                (object[])
                    [
                        zaak.Gerangschikt,
                        zaak.Gerangschikt with
                        {
                            Rang = 9,
                            Op = Voorbeeldzaak.Op(30),
                        },
                        zaak.Gereserveerd,
                        zaak.Gereserveerd with
                        {
                            Bedrag = 9_000.00m,
                            Op = Voorbeeldzaak.Op(31),
                        },
                    ]
            ).Select(b => (Guid.CreateVersion7(), b)),
        ];
        var rijen = new HashSet<string>();
        foreach (var volgorde in Volgordes(berichten))
        {
            await huis.Voer("truncate zaken.zaak, zaken.stap");
            await huis.Hoor(Guid.CreateVersion7(), zaak.Ingediend);
            foreach (var (id, bericht) in volgorde)
            {
                await huis.Hoor(id, bericht);
            }
            rijen.Add((await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}")).Inhoud.GetRawText());
        }
        var beeld = Assert.Single(rijen);
        Assert.Contains("\"rang\":9", beeld, StringComparison.Ordinal);
        Assert.Contains("\"gereserveerd\":\"9000.00\"", beeld, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_order_of_a_whole_case_gives_the_same()
    {
        var zaak = Voorbeeldzaak.Nieuw();
        (Guid Id, object Bericht)[] berichten = [.. zaak.Geheel.Select(b => (Guid.NewGuid(), b))];
        var beelden = new HashSet<string>();
        await Gen.Shuffle(berichten)
            .SampleAsync(
                async volgorde =>
                {
                    await huis.Voer("truncate zaken.zaak, zaken.stap, zaken.tijdvak");
                    foreach (var (id, bericht) in volgorde)
                    {
                        await huis.Hoor(id, bericht);
                    }
                    beelden.Add((await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}")).Inhoud.GetRawText());
                },
                iter: 25,
                threads: 1
            );
        Assert.Contains("\"status\":\"afgerond\"", Assert.Single(beelden), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_withdrawal_leaves_and_the_last_day_that_was_asked_stand_in_any_order()
    {
        var zaak = Voorbeeldzaak.Nieuw();
        var beeld = await InElkeVolgorde(zaak, zaak.Verleend, Projectverhaal.Verlengd(zaak), Projectverhaal.DeelsIngetrokken(zaak));
        Assert.Contains("\"verleend\":\"4000.00\"", beeld, StringComparison.Ordinal);
        Assert.Contains("\"2027-09-15\"", beeld, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    public async Task What_was_withdrawn_altogether_stays_so_when_it_crosses_a_settlement_in_any_order(int uur)
    {
        var zaak = Voorbeeldzaak.Nieuw();
        var alles = Projectverhaal.DeelsIngetrokken(zaak) with { Bedrag = 0.00m, Voorschot = 0.00m, Op = Voorbeeldzaak.Op(uur) };
        var beeld = await InElkeVolgorde(zaak, zaak.Verleend, alles, zaak.Vastgesteld);
        Assert.Contains("\"status\":\"ingetrokken\"", beeld, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    public async Task What_was_withdrawn_in_part_is_settled_at_no_more_than_what_is_left_in_any_order(int uur)
    {
        var zaak = Voorbeeldzaak.Nieuw();
        var deel = Projectverhaal.DeelsIngetrokken(zaak) with { Op = Voorbeeldzaak.Op(uur) };
        var beeld = await InElkeVolgorde(zaak, zaak.Verleend, deel, zaak.Vastgesteld);
        Assert.Contains("\"status\":\"vastgesteld\"", beeld, StringComparison.Ordinal);
        Assert.Contains("\"vastgesteld\":\"4000.00\"", beeld, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_withdrawn_altogether_and_given_back_is_awarded_again_in_any_order()
    {
        var zaak = Voorbeeldzaak.Nieuw();
        var alles = Projectverhaal.DeelsIngetrokken(zaak) with { Bedrag = 0.00m, Voorschot = 0.00m };
        var beeld = await InElkeVolgorde(zaak, zaak.Verleend, alles, Projectverhaal.Teruggegeven(zaak));
        Assert.Contains("\"status\":\"verleend\"", beeld, StringComparison.Ordinal);
        Assert.Contains("\"verleend\":\"11040.00\"", beeld, StringComparison.Ordinal);
        // What stood again stays settled.
        beeld = await InElkeVolgorde(
            zaak,
            zaak.Verleend,
            alles,
            Projectverhaal.Teruggegeven(zaak) with
            {
                Vaststelling = zaak.Vaststelling,
            }
        );
        Assert.Contains("\"status\":\"vastgesteld\"", beeld, StringComparison.Ordinal);
    }

    /// <summary>The page of a case that was submitted, the same whichever of these came first.</summary>
    private async Task<string> InElkeVolgorde(Voorbeeldzaak zaak, params object[] gezegd)
    {
        (Guid Id, object Bericht)[] berichten = [.. gezegd.Select(b => (Guid.CreateVersion7(), b))];
        var beelden = new HashSet<string>();
        foreach (var volgorde in Volgordes(berichten))
        {
            await huis.Voer("truncate zaken.zaak, zaken.stap");
            await huis.Hoor(Guid.CreateVersion7(), zaak.Ingediend);
            foreach (var (id, bericht) in volgorde)
            {
                await huis.Hoor(id, bericht);
            }
            beelden.Add((await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}")).Inhoud.GetRawText());
        }
        return Assert.Single(beelden);
    }

    [Fact]
    public async Task Both_advances_of_a_partnership_stand_together_once_in_any_order_and_a_withdrawal_bounds_them()
    {
        var zaak = Voorbeeldzaak.Nieuw();
        (Guid Id, object Bericht)[] berichten =
        [
            .. zaak
                .Voorgeschoten.Skip(1)
                // A party left after it: what is restated is the advance of the award alone.
                .Append(Projectverhaal.Verlengd(zaak) with { Bedrag = 141_000.00m, Voorschot = 35_250.00m, Op = Voorbeeldzaak.Op(10) })
                .Select(b => (Guid.CreateVersion7(), b)),
        ];
        var voorschotten = new HashSet<string?>();
        foreach (var volgorde in Volgordes(berichten))
        {
            await huis.Voer("truncate zaken.zaak, zaken.stap");
            await huis.Hoor(Guid.CreateVersion7(), zaak.Ingediend);
            foreach (var (id, bericht) in (IEnumerable<(Guid, object)>)[.. volgorde, .. volgorde])
            {
                await huis.Hoor(id, bericht);
            }
            voorschotten.Add(await Voorschot());
        }
        Assert.Equal("105750.00", Assert.Single(voorschotten));

        await huis.Hoor(
            Guid.CreateVersion7(),
            Projectverhaal.DeelsIngetrokken(zaak) with
            {
                Bedrag = 100_000.00m,
                Voorschot = 35_250.00m,
                Op = Voorbeeldzaak.Op(11),
            }
        );
        Assert.Equal("100000.00", await Voorschot());

        async Task<string?> Voorschot() =>
            (await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}"))
                .Inhoud.GetProperty("bedragen")
                .GetProperty("voorschot")
                .GetString();
    }

    private static IEnumerable<T[]> Volgordes<T>(T[] dingen) =>
        dingen.Length <= 1
            ? [dingen]
            : dingen.SelectMany((ding, i) => Volgordes<T>([.. dingen[..i], .. dingen[(i + 1)..]]).Select(rest => (T[])[ding, .. rest]));
}
