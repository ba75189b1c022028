namespace SlimRegeling.Api.Tests;

/// <summary>The drafts and applications of one's own enterprise, whole and a page at a time.</summary>
public sealed class EigenAanvragenTests(Apihuis huis)
{
    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task Page_after_page_gives_each_once_in_its_order()
    {
        var (wie, _) = huis.Ondernemer();
        var tijdvak = await _loop.Tijdvak();
        string[] ingediend =
        [
            await _loop.Ingediend(tijdvak, wie),
            await _loop.Ingediend(await _loop.Tijdvak(), wie),
            await _loop.Ingediend(await _loop.Tijdvak(), wie),
        ];
        string[] concepten = [await _loop.Concept(tijdvak, wie), await _loop.Concept(tijdvak, wie), await _loop.Concept(tijdvak, wie)];

        var ontvangen = (await Regels(wie, "")).Where(r => r.OntvangenOp is not null).ToList();
        Assert.Equal(ingediend.ToHashSet(), [.. ontvangen.Select(r => r.Zaaknummer)]);
        Assert.Equal(
            ontvangen
                .OrderByDescending(r => r.OntvangenOp)
                .ThenByDescending(r => r.Zaaknummer, StringComparer.Ordinal)
                .Select(r => r.Zaaknummer),
            await Bladzijden(wie, "ingediend=true")
        );
        Assert.Equal(concepten.Order(StringComparer.Ordinal), await Bladzijden(wie, "ingediend=false"));
        Assert.Equal(ingediend.Concat(concepten).ToHashSet(), [.. await Bladzijden(wie, "")]);
        Assert.Equal(6, (await Nummers(wie, "")).Count);
    }

    [Fact]
    public async Task One_case_or_one_window_can_be_asked()
    {
        var (wie, _) = huis.Ondernemer();
        var (een, ander) = (await _loop.Tijdvak(), await _loop.Tijdvak());
        var concept = await _loop.Concept(een, wie);
        var zaak = await _loop.Ingediend(ander, wie);

        Assert.Equal([zaak], await Nummers(wie, $"zaaknummer={zaak.ToLowerInvariant()}"));
        Assert.Equal([concept], await Nummers(wie, $"tijdvak={een}"));
        Assert.Empty(await Nummers(wie, $"tijdvak={een}&ingediend=true"));
        (await huis.Haal(wie, "/v1/aanvragen?aantal=0")).IsProbleem(422, "onjuiste-invoer");
    }

    [Fact]
    public async Task The_case_of_a_neighbour_is_not_found_and_is_no_place_to_go_on_from()
    {
        var (wie, _) = huis.Ondernemer();
        var (buur, _) = huis.Ondernemer();
        var tijdvak = await _loop.Tijdvak();
        await _loop.Concept(tijdvak, wie);
        var zijn = await _loop.Concept(tijdvak, buur);

        Assert.Empty(await Nummers(wie, $"zaaknummer={zijn}"));
        Assert.Empty(await Nummers(wie, $"na={zijn}"));
    }

    /// <summary>All of them, two at a time.</summary>
    private async Task<List<string>> Bladzijden(string wie, string vraag)
    {
        var alle = new List<string>();
        while (await Nummers(wie, $"{vraag}&aantal=2{(alle.Count == 0 ? "" : $"&na={alle[^1]}")}") is { Count: > 0 } bladzijde)
        {
            Assert.True(bladzijde.Count <= 2);
            alle.AddRange(bladzijde);
        }
        return alle;
    }

    private async Task<List<string>> Nummers(string wie, string vraag) => (await Regels(wie, vraag)).ConvertAll(r => r.Zaaknummer);

    private async Task<List<(string Zaaknummer, DateTimeOffset? OntvangenOp)>> Regels(string wie, string vraag) =>
        [
            .. (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/aanvragen?{vraag}")))
                .Inhoud.EnumerateArray()
                .Select(a =>
                    (
                        a.GetProperty("zaaknummer").GetString()!,
                        a.TryGetProperty("ontvangenOp", out var op) ? op.GetDateTimeOffset() : (DateTimeOffset?)null
                    )
                ),
        ];
}
