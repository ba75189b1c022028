using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Tijdvakken.Beheer;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>
/// Decisions on windows as two people take them: one proposes, another signs, a refused one goes back. Each gives the code of the refusal, or null
/// when it was done; who lost the answer looks whether it was.
/// </summary>
internal sealed class Besluiten(Verdeelhuis huis)
{
    private static CancellationToken Ct => CancellationToken.None;

    /// <param name="wordt">The new ceiling from the one that stands.</param>
    public Task<string?> Plafond(string id, Func<decimal, decimal> wordt, Instant nu, Dood dood = Dood.Nee) =>
        Besluit(
            id,
            (d, wie) =>
                d.GetRequiredService<Tijdvakvoorstellen>()
                    .Doe(
                        id,
                        (beheer, tijdvak, geld) =>
                            Wijzigen.Beslis(beheer, tijdvak, geld, new("bron", Plafond: wordt(tijdvak.Plafond)), wie, nu),
                        Ct
                    ),
            nu,
            dood
        );

    /// <param name="ongezien">Proposes as if nothing stood against it; that is asked again at the signature.</param>
    public Task<string?> Verplaats(string van, string naar, decimal bedrag, Instant nu, Dood dood = Dood.Nee, bool ongezien = false) =>
        Besluit(
            naar,
            async (d, wie) =>
            {
                var eenheid = d.GetRequiredService<Werkeenheid<TijdvakkenContext>>();
                var tijdvak = await d.GetRequiredService<Stroom<Tijdvak>>().Lees(van, Ct);
                var geld = ongezien
                    ? new Geldstand(tijdvak!.Plafond - bedrag, false, Gegeven.Sluit)
                    : await Geldstand.Lees(eenheid.Sessie, van, Ct);
                return await d.GetRequiredService<Tijdvakvoorstellen>()
                    .Doe(
                        naar,
                        (beheer, stand, _) => Verplaatsen.Beslis(beheer, tijdvak, geld, stand, new(van, bedrag, "bron"), wie, nu),
                        Ct
                    );
            },
            nu,
            dood
        );

    private async Task<string?> Besluit(string id, Func<IServiceProvider, string, Task<Uitkomst>> stelVoor, Instant nu, Dood dood)
    {
        var (rianne, rob) = ($"rianne {Guid.NewGuid():n}", $"rob {Guid.NewGuid():n}");
        var voorgesteld = await huis.Doe(d => stelVoor(d, rianne));
        if (await Zoek(id, v => v.Door == rianne) is not { } voorstel)
        {
            return voorgesteld.Weigering?.Code ?? throw new InvalidOperationException("What was proposed does not lie there.");
        }
        if (dood == Dood.VoorCommit)
        {
            await huis.Verlaat(d => Onderteken(d, id, voorstel, rob, nu));
        }
        var uitkomst = await huis.Doe(d => Onderteken(d, id, voorstel, rob, nu));
        var ondertekend = (await Zoek(id, v => v.Nummer == voorstel.Nummer))!.Ondertekenaar == rob;
        if (dood == Dood.NaCommit && ondertekend)
        {
            Assert.Equal("al-ondertekend", (await huis.Doe(d => Onderteken(d, id, voorstel, "ruud", nu))).Weigering?.Code);
        }
        if (!ondertekend)
        {
            await huis.Doe(d =>
                d.GetRequiredService<Stroom<Tijdvakbeheer>>()
                    .Schrijf(
                        Tijdvakbeheer.Stroom(id),
                        b => VoorstelTerugzenden.Beslis(b, voorstel.Nummer, new("past niet"), () => new(Guid.Empty, "hash"), rob, nu),
                        Ct
                    )
            );
        }
        return ondertekend ? null : uitkomst.Weigering?.Code ?? throw new InvalidOperationException("What was signed is not signed.");
    }

    private static Task<Uitkomst> Onderteken(IServiceProvider d, string id, Tijdvakvoorstel voorstel, string wie, Instant nu) =>
        d.GetRequiredService<Tijdvakvoorstellen>().Onderteken(id, voorstel.Nummer, voorstel.Hash, wie, () => nu, Ct);

    /// <summary>Looks again when the connection is cut meanwhile.</summary>
    private async Task<Tijdvakvoorstel?> Zoek(string id, Func<Tijdvakvoorstel, bool> welk)
    {
        try
        {
            return (await huis.Lees<Tijdvakbeheer>(Tijdvakbeheer.Stroom(id)))?.Voorstellen.SingleOrDefault(welk);
        }
        catch (Exception e) when (Databasestoring.Is(e))
        {
            return await Zoek(id, welk);
        }
    }
}
