using CsCheck;
using NodaTime;

namespace SlimRegeling.Api.Tests;

public sealed partial class BedragenOveralTests
{
    [Fact]
    public async Task What_an_enterprise_is_to_pay_back_is_the_same_amount_everywhere() =>
        await Gen.Select(Gen.Int[200_000, 350_000], Gen.Int[50_000, 150_000], Gen.Int[1, 9_999])
            .SampleAsync(async k => await Terug(k.Item1, k.Item2, k.Item3), iter: 1, threads: 1);

    /// <param name="kosten">Part of the costs of one activity, in cents, of what is claimed back.</param>
    /// <param name="andere">The same of what it is set off against; that is less.</param>
    /// <param name="deel">Of what is left then, in ten-thousandths, the first of two instalments.</param>
    private async Task Terug(int kosten, int andere, int deel)
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvkNummer);
        var (zaak, ander) = (await VoorVerlening(wie, kosten), await VoorVerlening(wie, andere));
        await _loop.Verleend(zaak);
        await _bedragen.Verleend(zaak, wie);
        await _loop.Verleend(ander);
        await Terugvordering.Vastgesteld(huis, zaak);

        await _bedragen.Teruggevorderd(zaak, wie);
        huis.Klok.Vooruit(Duration.FromDays(200));
        await _bedragen.MetRente(zaak, wie);
        await _bedragen.Verrekend(zaak, ander, wie);
        await _bedragen.InTermijnen(zaak, wie, deel);
    }

    /// <summary>A case in a window of its own that waits for who signs its award.</summary>
    private async Task<string> VoorVerlening(string wie, int kosten)
    {
        var tijdvak = await _loop.Tijdvak();
        var formulier = Zaakloop.Formulier.Replace("899.20", Bedragen.Euro(kosten / 100m), StringComparison.Ordinal);
        var zaak = await DienIn(tijdvak, wie, formulier);
        await _loop.Gereserveerd(tijdvak, zaak);
        await _loop.Beoordeeld(zaak);
        return zaak;
    }
}
