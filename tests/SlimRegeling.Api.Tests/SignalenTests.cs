using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Vaststelling;
using SlimRegeling.Vaststelling.Declaraties;
using SlimRegeling.Vaststelling.Declaraties.Vergelijken;

namespace SlimRegeling.Api.Tests;

/// <summary>
/// What is declared twice, on a real database: found in another case, which is named by its number only and not to who has an interest in it.
/// </summary>
public sealed class SignalenTests(Apihuis huis)
{
    private static readonly LocalDate Week = new(2026, 6, 29);

    private readonly Zaakloop _loop = new(huis);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_declaration_is_compared_with_all_others_and_what_it_replaces_is_forgotten()
    {
        var (zaak, ander) = (await Verleend(), await Verleend());
        var (leverancier, naam) = ($"Advies {zaak}", $"Jansen {zaak}");
        Kostenregel factuur = new("f1", Kostensoort.Factuur, "A", Leverancier: leverancier, Factuurnummer: "17", Bedrag: 100m);
        Kostenregel uren = new("u1", Kostensoort.Uren, "A", Medewerker: naam, Week: Week, Uren: 40m);
        await Schrijf(zaak, factuur, uren);
        await Schrijf(ander, factuur with { Id = "x1" }, uren with { Id = "x2", Uren = 30.5m });
        var pad = $"/v1/verantwoordingen/{zaak}/signalen";

        var signalen = await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, pad));

        Assert.Equal(
            ["dubbele-factuur", "uren-in-meer-zaken"],
            signalen.Inhoud.EnumerateArray().Select(s => s.GetProperty("soort").GetString())
        );
        Assert.Contains(ander, signalen.Tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("30.5", signalen.Tekst, StringComparison.Ordinal);
        Assert.Equal(0, await huis.Tel("select count(*) from vaststelling.kostenregel k where k::text ilike '%jansen%'"));
        var metBelang = huis.Medewerker(Rol.Beoordelaar);
        await Zaakloop.Gelukt(huis.Post(metBelang, $"/v1/aanvragen/{ander}/belang"));
        Assert.DoesNotContain(ander, (await Zaakloop.Gelukt(huis.Haal(metBelang, pad))).Tekst, StringComparison.Ordinal);
        (await huis.Haal(metBelang, $"/v1/verantwoordingen/{ander}/signalen")).IsProbleem(403, "eigen-belang");

        // Declared anew without the hours; and the other destroyed.
        await Schrijf(zaak, factuur);
        Assert.Equal(1, await huis.Tel($"select count(*) from vaststelling.kostenregel where zaaknummer = '{zaak}'"));
        await Schrijf(ander);
        Assert.Equal("[]", (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, pad))).Tekst);
    }

    [Fact]
    public async Task The_hours_of_a_year_are_added_over_all_cases_and_of_the_others_only_their_sum_is_told()
    {
        var (zaak, ander) = (await Verleend(), await Verleend());
        Kostenregel uren = new("u1", Kostensoort.Uren, "A", Medewerker: $"Jaarman {zaak}", Week: new LocalDate(2026, 12, 14), Uren: 40m);
        await Schrijf(zaak, uren);
        // Of Thursday 1 January 2026 on, 45 weeks are 1,710 hours; the week before is of another year.
        await Schrijf(
            ander,
            [
                .. Enumerable
                    .Range(-1, 46)
                    .Select(i => uren with { Id = $"x{i + 2}", Week = new LocalDate(2025, 12, 29).PlusWeeks(i), Uren = 38m }),
            ]
        );
        var pad = $"/v1/verantwoordingen/{zaak}/signalen";

        var signalen = await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, pad));

        var signaal = Assert.Single(signalen.Inhoud.EnumerateArray());
        Assert.Equal("uren-in-een-jaar", signaal.GetProperty("soort").GetString());
        Assert.Equal(
            (2026, 40m, 1_710m, 1_720m),
            (
                signaal.GetProperty("jaar").GetInt32(),
                signaal.GetProperty("uren").GetDecimal(),
                signaal.GetProperty("urenElders").GetDecimal(),
                signaal.GetProperty("meesteUren").GetDecimal()
            )
        );
        Assert.DoesNotContain(ander, signalen.Tekst, StringComparison.Ordinal);

        await Schrijf(zaak);
        await Schrijf(ander);
    }

    private async Task<string> Verleend()
    {
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, huis.Ondernemer().Wie);
        await _loop.Gereserveerd(tijdvak, zaak);
        await _loop.Beoordeeld(zaak);
        await _loop.Verleend(zaak);
        await huis.Stil();
        return zaak;
    }

    private async Task Schrijf(string zaak, params Kostenregel[] regels)
    {
        await using var diensten = huis.Diensten();
        diensten.ServiceProvider.GetRequiredService<Kostenregelregister>().Schrijf(zaak, "12345678", regels);
        await diensten.ServiceProvider.GetRequiredService<Werkeenheid<VaststellingContext>>().Sessie.SaveChangesAsync(Ct);
    }
}
