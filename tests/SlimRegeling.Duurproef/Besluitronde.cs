using SlimRegeling.Omgeving;

namespace SlimRegeling.Duurproef;

/// <summary>How cases within the ceiling are assessed and decided on, through the public API.</summary>
internal sealed class Besluitronde(Beller beller)
{
    private const int Meeste = 20;

    private IReadOnlyList<string> _teOordelen = [];

    /// <summary>Some cases go on to their award, which moves the ledger.</summary>
    public (int Acties, Task Klaar) Neem(IEnumerable<string> binnenPlafond, Poortwachter poort, CancellationToken ct)
    {
        var zaken = binnenPlafond.Take(Meeste).ToList();
        return (zaken.Count * 3, Task.WhenAll(zaken.Select(Beslis)));

        async Task Beslis(string zaaknummer)
        {
            await poort.Door(ct);
            await beller.Doe(
                HttpMethod.Post,
                Wie.Beoordelaar,
                $"aanvragen/{zaaknummer}/toewijzing",
                $"{zaaknummer}-toewijzing",
                new { },
                ct
            );
            await poort.Door(ct);
            await beller.Doe(
                HttpMethod.Post,
                Wie.Beoordelaar,
                $"aanvragen/{zaaknummer}/beoordeling",
                $"{zaaknummer}-beoordeling",
                await Oordelen(zaaknummer, ct),
                ct,
                "budget-niet-gereserveerd"
            );
            await poort.Door(ct);
            await beller.Doe(
                HttpMethod.Post,
                Wie.Medeondertekenaar,
                $"verleningen/{zaaknummer}/ondertekening",
                $"{zaaknummer}-ondertekening",
                new { hash = await Voorstelhash(zaaknummer, ct) },
                ct
            );
        }
    }

    private async Task<object> Oordelen(string zaaknummer, CancellationToken ct)
    {
        if (_teOordelen.Count == 0)
        {
            var beeld = await beller.Doe(HttpMethod.Get, Wie.Beoordelaar, $"aanvragen/{zaaknummer}", "lezen", null, ct);
            _teOordelen = [.. beeld.GetProperty("teOordelen").EnumerateArray().Select(c => c.GetString()!)];
        }
        return new
        {
            gronden = _teOordelen.Select(code => new
            {
                code,
                uitkomst = "voldaan",
                argument = "Blijkt uit het plan.",
            }),
        };
    }

    private async Task<string> Voorstelhash(string zaaknummer, CancellationToken ct)
    {
        while (true)
        {
            var beeld = await beller.Doe(
                HttpMethod.Get,
                Wie.Medeondertekenaar,
                $"verleningen/{zaaknummer}",
                "lezen",
                null,
                ct,
                "niet-gevonden"
            );
            if (
                beeld.TryGetProperty("voorstel", out var voorstel)
                && voorstel.TryGetProperty("hash", out var hash)
                && voorstel.TryGetProperty("gereserveerd", out _)
            )
            {
                return hash.GetString()!;
            }
            await Task.Delay(50, ct);
        }
    }
}
