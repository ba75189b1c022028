using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Api;
using SlimRegeling.Tijdvakken.Beheer;
using static SlimRegeling.Tijdvakken.Tests.Gegeven;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>A ceiling that goes up, down or to another window, on a real database: giving out goes on where it stopped.</summary>
[Collection(typeof(EenVerdeelhuis))]
public sealed class PlafondwijzigingTests(Verdeelhuis huis)
{
    [Fact]
    public async Task A_raised_ceiling_goes_on_where_giving_out_stopped()
    {
        var v = await Gevuld(150);
        Assert.Equal("1 a gereserveerd 100, 2 b wacht 0, 3 c wacht 0", await v.Stand());

        Assert.Null(await Wijzig(v.Id, 200, Daarna));
        Assert.Equal("1 a gereserveerd 100, 2 b gereserveerd 100, 3 c wacht 0", await v.Stand());
        var gewijzigd = (await huis.Gezegd<TijdvakGewijzigdBericht>(v.Id))[^1];
        Assert.Equal((200m, Daarna), (gewijzigd.Plafond, gewijzigd.Op));
    }

    [Fact]
    public async Task A_ceiling_never_goes_below_what_is_reserved_and_not_down_while_someone_waits()
    {
        var v = await Gevuld(300);
        Assert.Equal("onder-reservering", await Wijzig(v.Id, 299.99m, Daarna));
        await v.Hoor(v.Beoordeeld("a", 40, 10));
        Assert.Null(await Wijzig(v.Id, 240, Daarna));

        var wachtend = await Gevuld(150);
        Assert.Equal("aanvragen-wachten", await Wijzig(wachtend.Id, 120, Daarna));
    }

    [Fact]
    public async Task A_ceiling_does_not_go_down_on_who_applied_and_is_asked_to_complete()
    {
        var v = await Gevuld(400);
        await v.Hoor(v.AanvullingGevraagd("c", 20));
        Assert.Equal("aanvragen-wachten", await Wijzig(v.Id, 300, Daarna));

        await v.Hoor(v.Vervallen("c", 30));
        Assert.Null(await Wijzig(v.Id, 300, Daarna));
    }

    [Fact]
    public async Task What_one_window_left_goes_to_the_next_in_line_of_another()
    {
        var van = await Gevuld(500);
        var naar = await Gevuld(150);
        Assert.Equal("aanvragen-wachten", await Verplaats(van.Id, naar.Id, 150, Daarna));

        await van.Hoor(van.Tot(Sluit));
        Assert.Equal("te-weinig-over", await Verplaats(van.Id, naar.Id, 200.01m, Daarna));
        Assert.Null(await Verplaats(van.Id, naar.Id, 150, Daarna));
        Assert.Equal("1 a gereserveerd 100, 2 b gereserveerd 100, 3 c gereserveerd 100", await naar.Stand());
        Assert.Equal([350m, 300m], [await Plafond(van.Id), await Plafond(naar.Id)]);
        var beide = await huis.Vraag<string>(
            $"select string_agg(distinct data ->> 'bedrag', ',') || ' ' || count(*) from tijdvakken.mt_events where type = 'budget-verplaatst' and stream_id in ('{van.Id}', '{naar.Id}')"
        );
        Assert.Equal("150 2", beide.Replace(".00", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_moves_of_the_same_money_at_once_move_it_once()
    {
        var van = await Gevuld(400);
        await van.Hoor(van.Tot(Sluit));
        Venster[] naar = [await Gevuld(100), await Gevuld(100)];
        var uitkomsten = await Task.WhenAll(naar.Select(n => Verplaats(van.Id, n.Id, 100, Daarna)));
        Assert.Equal("te-weinig-over", Assert.Single(uitkomsten, code => code is not null));
        Assert.Equal(600m, await Plafond(van.Id) + await Plafond(naar[0].Id) + await Plafond(naar[1].Id));
    }

    [Fact]
    public async Task Of_those_who_sign_the_same_at_once_one_does_and_the_others_read_that_it_was_signed()
    {
        var van = await Gevuld(900);
        await van.Hoor(van.Tot(Sluit));
        for (var keer = 0; keer < 8; keer++)
        {
            var naar = $"t-{Guid.NewGuid():n}";
            await Tegelijk(
                naar,
                d =>
                    d.Doe(
                        naar,
                        beheer =>
                            Vaststellen.Beslis(
                                beheer,
                                null,
                                new(
                                    naar,
                                    "mkb-onderneming",
                                    new(2026, 4, 14, 9, 0),
                                    new(2026, 5, 4, 17, 0),
                                    100,
                                    Volgorde.Binnenkomst,
                                    "slim-2026"
                                ),
                                "rianne",
                                Daarna
                            ),
                        CancellationToken.None
                    )
            );
            var gever = await huis.Lees<Tijdvak>(van.Id);
            await Tegelijk(
                naar,
                d =>
                    d.Doe(
                        naar,
                        (beheer, stand, _) =>
                            Verplaatsen.Beslis(beheer, gever, new(300, false, Sluit), stand, new(van.Id, 50, "bron"), "rianne", Daarna),
                        CancellationToken.None
                    )
            );
            Assert.Equal((900m - (50 * (keer + 1)), 150m), (await Plafond(van.Id), await Plafond(naar)));
        }
    }

    [Fact]
    public async Task A_ceiling_that_changes_while_money_is_given_out_is_never_passed()
    {
        var v = await Venster.Publiceer(huis, 500);
        var (stond, verhoogd, verlaagd) = (500m, 0, 0);
        for (var minuut = 1; minuut <= 12; minuut++)
        {
            // Half of them lower the ceiling while the next ones come in.
            object[] berichten = [v.Ingediend($"z{minuut}", 100, minuut), v.Tot(minuut)];
            var plafond = minuut % 2 == 0 ? 500 + (minuut * 50) : 500 + (minuut * 30);
            var wijzigen = Wijzig(v.Id, plafond, Sluit - Duration.FromDays(1));
            if (minuut == 3)
            {
                // Who comes in meanwhile may stand in the way of each that lowers: one is sure to.
                await wijzigen;
            }
            await Task.WhenAll(v.Hoor(berichten), wijzigen);
            await huis.Rust();
            if (await wijzigen is null)
            {
                (verhoogd, verlaagd) = plafond > stond ? (verhoogd + 1, verlaagd) : (verhoogd, verlaagd + 1);
                stond = plafond;
            }
            Assert.True(await v.Totaal() <= await Plafond(v.Id));
        }
        Assert.True(verhoogd > 0 && verlaagd > 0, $"{verhoogd} verhoogd, {verlaagd} verlaagd");
        var rijen = await huis.Rijen(v.Id);
        var vrij = await Plafond(v.Id) - rijen.Sum(r => r.Gereserveerd);
        Assert.True(vrij < 100 || rijen.All(r => r.Staat == "gereserveerd"), $"{vrij} vrij, {await v.Stand()}");
    }

    /// <summary>Rianne proposes, and six others sign at once.</summary>
    private async Task Tegelijk(string id, Func<Tijdvakvoorstellen, Task<Uitkomst>> stelVoor)
    {
        var voorgesteld = (Vaststellen.Voorgesteld)(await huis.Doe(d => stelVoor(d.GetRequiredService<Tijdvakvoorstellen>()))).Inhoud!;
        var uitkomsten = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(i =>
                    huis.Doe(d =>
                        d.GetRequiredService<Tijdvakvoorstellen>()
                            .Onderteken(id, voorgesteld.Voorstel, voorgesteld.Hash, $"rob {i}", () => Daarna, CancellationToken.None)
                    )
                )
        );
        Assert.Equal(
            [null, .. Enumerable.Repeat("al-ondertekend", 5)],
            uitkomsten.Select(u => u.Weigering?.Code).OrderBy(code => code, StringComparer.Ordinal)
        );
    }

    /// <summary>By arrival: three who ask 100 each.</summary>
    private async Task<Venster> Gevuld(decimal plafond)
    {
        var v = await Venster.Publiceer(huis, plafond);
        await v.Hoor(v.Ingediend("a", 100, 1), v.Ingediend("b", 100, 2), v.Ingediend("c", 100, 3));
        await v.Hoor(v.Tot(3));
        return v;
    }

    /// <summary>As the state of the window and the table that holds it say, which are one.</summary>
    private async Task<decimal> Plafond(string id)
    {
        var tabel = await huis.Vraag<decimal>($"select plafond from tijdvakken.plafondstand where tijdvak = '{id}'");
        Assert.Equal(
            tabel,
            decimal.Parse(
                await huis.Vraag<string>($"select data ->> 'plafond' from tijdvakken.mt_doc_tijdvak where id = '{id}'"),
                System.Globalization.CultureInfo.InvariantCulture
            )
        );
        return tabel;
    }

    private async Task<string?> Wijzig(string id, decimal plafond, Instant nu)
    {
        var code = await new Besluiten(huis).Plafond(id, _ => plafond, nu);
        await huis.Rust();
        return code;
    }

    /// <summary>What stands against it is asked again at the signature: proposed as if all were well.</summary>
    private async Task<string?> Verplaats(string van, string naar, decimal bedrag, Instant nu)
    {
        var code = await new Besluiten(huis).Verplaats(van, naar, bedrag, nu, ongezien: true);
        await huis.Rust();
        return code;
    }
}
